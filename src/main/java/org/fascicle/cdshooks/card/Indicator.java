package org.fascicle.cdshooks.card;

import org.fascicle.clinical.rule.Urgency;

/** How loudly a card speaks. */
public enum Indicator {
    INFO("info"),
    WARNING("warning"),
    CRITICAL("critical");

    private final String code;

    Indicator(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Indicator of(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY, SAME_DAY -> CRITICAL;
            case URGENT, SOON -> WARNING;
            case ROUTINE, SELF_CARE -> INFO;
        };
    }
}
