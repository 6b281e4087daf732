package org.fascicle.clinical.rule;

/**
 * How likely an outcome is, in words and never in numbers.
 *
 * <p>The first four grade disease, mildest first: what cannot be determined stands above low, for it may not reassure.
 * The last three grade the benign explanation.
 */
public enum Concern {
    LOW("low"),
    INDETERMINATE("indeterminate"),
    MODERATE("moderate"),
    HIGH("high"),
    NOT_ESTABLISHED("not-established"),
    POSSIBLE("possible"),
    LIKELY("likely");

    private final String code;

    Concern(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Among the four that grade disease. */
    public Concern worseOf(Concern other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
