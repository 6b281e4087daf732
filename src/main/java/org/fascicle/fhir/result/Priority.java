package org.fascicle.fhir.result;

import java.time.LocalDate;
import org.fascicle.clinical.rule.Urgency;

/** Urgency as FHIR's request priority (C.8.23: FHIR ranks asap above urgent), and the day by which to act. */
public final class Priority {
    private Priority() {}

    public static String of(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> "stat";
            case SAME_DAY -> "asap";
            case URGENT -> "urgent";
            case SOON, ROUTINE, SELF_CARE -> "routine";
        };
    }

    static LocalDate latest(Urgency urgency, LocalDate from) {
        return switch (urgency) {
            case EMERGENCY, SAME_DAY -> from;
            case URGENT -> from.plusWeeks(2);
            case SOON -> from.plusWeeks(4);
            case ROUTINE, SELF_CARE -> from.plusWeeks(8);
        };
    }
}
