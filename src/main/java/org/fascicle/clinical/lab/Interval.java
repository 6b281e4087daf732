package org.fascicle.clinical.lab;

/** A reference interval in the analyte's canonical unit; either end may be infinite. Its ends are normal. */
public record Interval(double low, double high) {

    public static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
