package org.fascicle.clinical.lab;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/** Judges the results of one analyte, newest first. */
record LabJudge(Ranges ranges, Limits limits, LabContext context) {
    /** A value within a tenth of the one before is stable (policy). */
    private static final double STABLE = 0.1;

    private static final double DOUBLE = 2;

    /** The worse of what the newest final results and what newer preliminary ones at an alert limit show (C.8.18). */
    Optional<LabFinding> judge(List<LabResult> newestFirst) {
        List<LabResult> finals =
                newestFirst.stream().filter(result -> result.report().isFinal()).toList();
        Optional<LabFinding> settled =
                gravest(finals.stream().filter(result -> isCurrent(result, finals)), finals, Band.NORMAL);
        Optional<LabFinding> preliminary = gravest(
                newestFirst.stream().filter(result -> !result.report().isFinal() && isAwaited(result, finals)),
                finals,
                Band.SAME_DAY);
        return worse(settled, preliminary);
    }

    /** The newest, and every other whose place no later one takes. */
    private static boolean isCurrent(LabResult result, List<LabResult> finals) {
        return result.taken().isEqual(finals.get(0).taken())
                || finals.stream().noneMatch(later -> later.replaces(result));
    }

    private static boolean isAwaited(LabResult preliminary, List<LabResult> finals) {
        return finals.stream().noneMatch(settled -> settled.replaces(preliminary) || settled.isOfMoment(preliminary));
    }

    /** Of several the worst counts, the newest of these. */
    private Optional<LabFinding> gravest(Stream<LabResult> newestFirst, List<LabResult> finals, Band least) {
        return newestFirst
                .flatMap(result -> finding(result, finals).stream())
                .filter(finding -> finding.band().isAtLeast(least))
                .reduce((newer, older) -> newer.band().isAtLeast(older.band()) ? newer : older);
    }

    private static List<LabResult> before(LabResult result, List<LabResult> finals) {
        return finals.stream().filter(result::isSurelyAfter).toList();
    }

    private static Optional<LabFinding> worse(Optional<LabFinding> one, Optional<LabFinding> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return other.get().band().isAtLeast(one.get().band()) ? other : one;
    }

    /** Empty when the result is too old to say anything: it is then listed as too old, and the analyte stays unknown. */
    private Optional<LabFinding> finding(LabResult result, List<LabResult> finals) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        Band taken = inContext(result, finals, remarks);
        Band band = aged(result, taken, remarks);
        if (band == Band.ABNORMAL && taken == band && isOlderThan(result, Limit.WINDOW_ABNORMAL)) {
            return Optional.empty();
        }
        return Optional.of(new LabFinding(result, band, isReusable(result, remarks), remarks));
    }

    Band band(LabResult result) {
        Interval interval = result.report().interval().orElseGet(() -> ranges.standard(result));
        Band byInterval = interval.contains(result.value()) ? Band.NORMAL : Band.ABNORMAL;
        return ranges.alert(result.analyte(), result.value())
                .worseOf(result.report().flag().band(result.analyte()))
                .worseOf(byInterval);
    }

    private Band inContext(LabResult result, List<LabResult> finals, Set<Remark> remarks) {
        Band band = band(result);
        if (result.analyte() == Analyte.CREATININE) {
            band = band.worseOf(creatinine(result, finals, remarks));
        }
        if (band == Band.EMERGENCY && isStableOnDialysis(result, before(result, finals))) {
            remarks.add(Remark.STABLE_ON_DIALYSIS);
            return Band.SAME_DAY;
        }
        return band;
    }

    private Band creatinine(LabResult result, List<LabResult> finals, Set<Remark> remarks) {
        if (result.value() > limits.of(Limit.CREATININE_NOTE)) {
            remarks.add(Remark.RAISED);
        }
        boolean doubled = before(result, finals).stream().limit(1).anyMatch(before -> isDouble(result, before))
                || finals.stream().anyMatch(other -> result.isInUnknownOrderTo(other) && isDouble(result, other));
        if (doubled) {
            remarks.add(Remark.DOUBLED);
        }
        return doubled ? Band.SAME_DAY : Band.NORMAL;
    }

    private static boolean isDouble(LabResult result, LabResult before) {
        return result.value() >= DOUBLE * before.value();
    }

    /** Source HOM, C.6: not for a potassium at the emergency limit, whatever the reason (C.8.18). */
    private boolean isStableOnDialysis(LabResult result, List<LabResult> earlier) {
        if (!context.isKidneyFailure() || earlier.isEmpty() || isHighPotassium(result)) {
            return false;
        }
        double before = earlier.get(0).value();
        return switch (result.analyte()) {
            case POTASSIUM, CALCIUM, IONISED_CALCIUM, MAGNESIUM -> Math.abs(result.value() - before) <= STABLE * before;
            default -> false;
        };
    }

    private boolean isHighPotassium(LabResult result) {
        return result.analyte() == Analyte.POTASSIUM && result.value() >= limits.of(Limit.POTASSIUM_EMERGENCY_HIGH);
    }

    /** An alert more than a month old asks for a repeat, not for an ambulance (C.8.18). */
    private Band aged(LabResult result, Band band, Set<Remark> remarks) {
        if (band.isAtLeast(Band.SAME_DAY) && isOlderThan(result, Limit.WINDOW_CRITICAL)) {
            remarks.add(Remark.CRITICAL_BUT_OLD);
            return band.atMost(Band.ABNORMAL);
        }
        return band;
    }

    private boolean isReusable(LabResult result, Set<Remark> remarks) {
        Report report = result.report();
        remark(remarks, Remark.PRELIMINARY, !report.isFinal());
        remark(remarks, Remark.HAEMOLYSED, report.isHaemolysed());
        boolean early = remark(remarks, Remark.BEFORE_ONSET, !context.isAfterOnset(result));
        boolean old =
                remark(remarks, Remark.OLD, isOlderThan(result, result.analyte().window()));
        remark(remarks, Remark.UNADJUSTED, isUnadjusted(result));
        return report.isFinal() && !report.isHaemolysed() && !early && !old;
    }

    private boolean isUnadjusted(LabResult result) {
        return result.analyte() == Analyte.CALCIUM && !result.report().isAdjusted() && !context.isPregnant();
    }

    private static boolean remark(Set<Remark> remarks, Remark remark, boolean holds) {
        if (holds) {
            remarks.add(remark);
        }
        return holds;
    }

    private boolean isOlderThan(LabResult result, Limit days) {
        return context.ageInDays(result.day()) > limits.of(days);
    }
}
