package org.fascicle.assessing;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.fhir.result.Header;

/**
 * A valid response, read.
 *
 * @param authored when it was filled in; empty when it does not say
 */
public record Given(Header header, Optional<OffsetDateTime> authored, Answers answers) {}
