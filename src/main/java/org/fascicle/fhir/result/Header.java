package org.fascicle.fhir.result;

import java.util.Optional;

/**
 * What a result takes over from the response it is about.
 *
 * @param key names the response in identifiers: its logical id, or a digest of an inline one
 * @param reference the versioned reference to it; empty for an inline response without an id
 * @param isAmended the response was changed after it had been completed
 * @param subject the patient's reference, as the response gives it
 * @param encounter the encounter's reference, when the response gives one
 */
public record Header(
        String key, Optional<String> reference, boolean isAmended, String subject, Optional<String> encounter) {}
