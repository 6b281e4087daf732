package org.fascicle.clinical.lab;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * One usable result: a number in the analyte's canonical unit, when the sample was taken, what the report said, and
 * where it stands in the chart.
 *
 * @param value in {@link Analyte#unit()}; for a result reported as {@code <x} or {@code >x}, the x
 */
public record LabResult(Analyte analyte, double value, OffsetDateTime taken, Report report, String reference) {

    public LocalDate day() {
        return taken.toLocalDate();
    }

    /**
     * Whether this result takes the place of an earlier one. What a haemolysed sample shows may be raised by it, so that it
     * clears nothing lower.
     */
    boolean replaces(LabResult earlier) {
        return isSurelyAfter(earlier) && !(mayBeRaised() && value > earlier.value);
    }

    boolean mayBeRaised() {
        return report.isHaemolysed() && analyte.isRaisedByHaemolysis();
    }

    boolean isSurelyAfter(LabResult other) {
        return isSurelyAfter(other.taken);
    }

    /** Of one day, a result without a time may be before or after any other. */
    boolean isSurelyAfter(OffsetDateTime other) {
        return isTimed(taken) && isTimed(other) ? taken.isAfter(other) : day().isAfter(other.toLocalDate());
    }

    boolean isOfMoment(LabResult other) {
        return isTimed(taken) && isTimed(other.taken) && taken.isEqual(other.taken);
    }

    /** Of one day, and of one of them no time is told: either may be the earlier. */
    boolean isInUnknownOrderTo(LabResult other) {
        return day().equals(other.day()) && !(isTimed(taken) && isTimed(other.taken));
    }

    /** Midnight is how a date alone is read, and how many charts write one. */
    private static boolean isTimed(OffsetDateTime moment) {
        return !moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    LabResult with(double otherValue) {
        return new LabResult(analyte, otherValue, taken, report, reference);
    }

    @Override
    public String toString() {
        return "LabResult[" + analyte + "]";
    }
}
