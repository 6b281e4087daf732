package org.fascicle.pages.visit;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as FHIR writes them: always with seconds and an offset. */
public final class Moments {
    private Moments() {}

    public static String fhir(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }
}
