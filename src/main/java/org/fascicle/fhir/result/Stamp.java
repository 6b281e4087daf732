package org.fascicle.fhir.result;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * When a judgement was made, and what it was made from.
 *
 * @param fingerprint a digest of response, rules, limits and chart facts: the same means the same judgement
 * @param limits the thresholds and windows in force
 */
public record Stamp(OffsetDateTime at, String fingerprint, LimitsInForce limits) {

    /** When, as FHIR writes it: always with seconds. */
    String time() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }
}
