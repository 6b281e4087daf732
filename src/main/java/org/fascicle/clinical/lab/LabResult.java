package org.fascicle.clinical.lab;

import java.time.LocalDate;
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

    LabResult with(double otherValue) {
        return new LabResult(analyte, otherValue, taken, report, reference);
    }

    @Override
    public String toString() {
        return "LabResult[" + analyte + "]";
    }
}
