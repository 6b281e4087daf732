package org.fascicle.fhir.response;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** When a response was filled in, from which all ages and windows count (C.8.5). */
public final class Authored {
    private Authored() {}

    /**
     * The moment it says, in the offset it says; the start of the day when it names only that; failing that, when it was
     * stored. Empty when it says neither.
     */
    public static Optional<OffsetDateTime> of(QuestionnaireResponse response) {
        return response.hasAuthored()
                ? Optional.of(moment(response.getAuthoredElement()))
                : Optional.ofNullable(response.getMeta().getLastUpdated())
                        .map(stored -> stored.toInstant().atOffset(ZoneOffset.UTC));
    }

    private static OffsetDateTime moment(DateTimeType authored) {
        String text = authored.getValueAsString();
        if (text.length() > "yyyy-MM-dd".length()) {
            return OffsetDateTime.parse(text);
        }
        LocalDate day = switch (authored.getPrecision()) {
            case YEAR -> LocalDate.parse(text + "-01-01");
            case MONTH -> LocalDate.parse(text + "-01");
            default -> LocalDate.parse(text);
        };
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
