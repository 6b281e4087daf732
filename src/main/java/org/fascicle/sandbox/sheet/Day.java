package org.fascicle.sandbox.sheet;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** The day of a FHIR date or moment, as it is written there: a moment's day is that of its own zone. */
final class Day {
    private static final int LENGTH = "2026-01-31".length();

    private Day() {}

    /** Empty when there is none, and when only a month or a year is known. */
    static Optional<LocalDate> of(BaseDateTimeType date) {
        String written = date == null || date.isEmpty() ? "" : date.getValueAsString();
        return written.length() < LENGTH
                ? Optional.empty()
                : Optional.of(LocalDate.parse(written.substring(0, LENGTH)));
    }

    /** The first that is a date and has a day. */
    static Optional<LocalDate> of(Object maybe) {
        return maybe instanceof BaseDateTimeType date ? of(date) : Optional.empty();
    }
}
