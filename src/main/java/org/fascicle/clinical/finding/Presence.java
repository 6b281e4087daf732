package org.fascicle.clinical.finding;

/**
 * Whether a finding is there. Unknown is not no: nothing turns {@link #UNKNOWN} into {@link #ABSENT} but an answer.
 *
 * <p>The operations are Kleene's strong three-valued logic, the same that CQL uses with null.
 */
public enum Presence {
    ABSENT,
    UNKNOWN,
    PRESENT;

    /** Present for true, absent for false; for what is certainly known. */
    public static Presence of(boolean present) {
        return present ? PRESENT : ABSENT;
    }

    public Presence and(Presence other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    public Presence or(Presence other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    public Presence not() {
        return switch (this) {
            case ABSENT -> PRESENT;
            case UNKNOWN -> UNKNOWN;
            case PRESENT -> ABSENT;
        };
    }
}
