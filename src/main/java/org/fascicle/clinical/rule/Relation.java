package org.fascicle.clinical.rule;

import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.finding.Span;

/** How a number stands to a limit. */
public enum Relation {
    AT_LEAST("at least", ">="),
    ABOVE("above", ">"),
    AT_MOST("at most", "<="),
    BELOW("below", "<");

    private final String words;
    private final String sign;

    Relation(String words, String sign) {
        this.words = words;
        this.sign = sign;
    }

    public String words() {
        return words;
    }

    public String sign() {
        return sign;
    }

    Presence holds(Span span, double limit) {
        return switch (this) {
            case AT_LEAST -> span.atLeast(limit);
            case ABOVE -> span.above(limit);
            case AT_MOST -> span.atMost(limit);
            case BELOW -> span.below(limit);
        };
    }
}
