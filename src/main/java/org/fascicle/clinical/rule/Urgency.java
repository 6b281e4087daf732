package org.fascicle.clinical.rule;

/** How soon someone must act, mildest first (C.4). */
public enum Urgency {
    SELF_CARE("self-care", "self-care, with a safety net"),
    ROUTINE("routine", "routine, within 6 to 8 weeks"),
    SOON("soon", "soon, within 4 weeks"),
    URGENT("urgent", "urgent, within 2 weeks"),
    SAME_DAY("same-day", "the same day"),
    EMERGENCY("emergency", "emergency, now");

    private final String code;
    private final String words;

    Urgency(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The code in the urgency extension. */
    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    public boolean isAtLeast(Urgency other) {
        return compareTo(other) >= 0;
    }

    public Urgency worseOf(Urgency other) {
        return isAtLeast(other) ? this : other;
    }
}
