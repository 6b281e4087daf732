package org.fascicle.clinical.finding;

/**
 * A number known to lie between two others, both included: an age from a birth year, a duration from "2 weeks to 3
 * months". A number known exactly has both ends alike; one not known at all is {@link #UNKNOWN}.
 */
public record Span(double low, double high) {

    public static final Span UNKNOWN = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public static Span exactly(double value) {
        return new Span(value, value);
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    public Presence atLeast(double bound) {
        return decide(low >= bound, high < bound);
    }

    public Presence above(double bound) {
        return decide(low > bound, high <= bound);
    }

    public Presence atMost(double bound) {
        return above(bound).not();
    }

    public Presence below(double bound) {
        return atLeast(bound).not();
    }

    private static Presence decide(boolean certain, boolean excluded) {
        if (certain) {
            return Presence.PRESENT;
        }
        return excluded ? Presence.ABSENT : Presence.UNKNOWN;
    }
}
