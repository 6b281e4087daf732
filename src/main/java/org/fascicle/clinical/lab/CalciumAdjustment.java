package org.fascicle.clinical.lab;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Total calcium corrected for the albumin of the same day: total + 0.02 × (40 − albumin in g/L), in mmol/L.
 *
 * <p>General knowledge; laboratories differ, so a calcium the laboratory corrected itself is preferred. Not done in
 * pregnancy, whose interval is for the total (source RI-PREG).
 */
final class CalciumAdjustment {
    private static final double PER_GRAM = 0.02;
    private static final double USUAL_ALBUMIN = 40;

    private CalciumAdjustment() {}

    static List<LabResult> adjust(List<LabResult> results, LabContext context) {
        if (context.isPregnant()) {
            return results;
        }
        return results.stream()
                .flatMap(result -> needsAdjusting(result) ? adjusted(result, results) : Stream.of(result))
                .toList();
    }

    private static boolean needsAdjusting(LabResult result) {
        return result.analyte() == Analyte.CALCIUM && !result.report().isAdjusted();
    }

    /**
     * The adjusted result; unchanged without albumin; nothing when the laboratory adjusted one of that day itself, save what
     * it flagged critical.
     */
    private static Stream<LabResult> adjusted(LabResult total, List<LabResult> results) {
        boolean labDidIt = results.stream()
                .anyMatch(other ->
                        other.analyte() == Analyte.CALCIUM && other.report().isAdjusted() && settles(other, total));
        if (labDidIt && total.report().flag() != Flag.CRITICAL) {
            return Stream.empty();
        }
        return Stream.of(albuminOf(total, results)
                .map(albumin -> correct(total, albumin))
                .orElse(total));
    }

    private static Optional<LabResult> albuminOf(LabResult total, List<LabResult> results) {
        return results.stream()
                .filter(other -> other.analyte() == Analyte.ALBUMIN && settles(other, total))
                .findFirst();
    }

    /** Of the same day, and not preliminary beside a final total: it could take away an alert (C.8.18). */
    private static boolean settles(LabResult other, LabResult total) {
        boolean isAsSure = other.report().isFinal() || !total.report().isFinal();
        return isAsSure && other.day().equals(total.day());
    }

    private static LabResult correct(LabResult total, LabResult albumin) {
        Report told = total.report();
        Report report = new Report(told.isFinal(), told.flag(), Optional.empty(), told.isHaemolysed(), true);
        double value = total.value() + PER_GRAM * (USUAL_ALBUMIN - albumin.value());
        return new LabResult(total.analyte(), value, total.taken(), report, total.reference());
    }
}
