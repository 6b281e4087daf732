package org.fascicle.clinical.lab;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/** Every analyte the chart has a usable result for, judged; and the alerts whose number could not be read. */
public final class Labs {
    private static final Labs NONE = new Labs(new EnumMap<>(Analyte.class), new EnumMap<>(Analyte.class));

    private final EnumMap<Analyte, LabFinding> findings;
    private final EnumMap<Analyte, OpenAlert> alerts;

    private Labs(EnumMap<Analyte, LabFinding> findings, EnumMap<Analyte, OpenAlert> alerts) {
        this.findings = findings;
        this.alerts = alerts;
    }

    public static Labs none() {
        return NONE;
    }

    /** Judges the results of one patient, in any order. */
    public static Labs judge(List<LabResult> results, List<UnreadAlert> unread, LabContext context, Limits limits) {
        if (results.isEmpty() && unread.isEmpty()) {
            return NONE;
        }
        List<LabResult> adjusted = CalciumAdjustment.adjust(results, context);
        EnumMap<Analyte, LabFinding> findings = findings(adjusted, context, limits);
        EnumMap<Analyte, OpenAlert> alerts = open(unread, adjusted, context, limits);
        alerts.keySet().forEach(analyte -> findings.computeIfPresent(analyte, (same, read) -> read.besideUnread()));
        return new Labs(findings, alerts);
    }

    private static EnumMap<Analyte, LabFinding> findings(List<LabResult> results, LabContext context, Limits limits) {
        LabJudge judge = new LabJudge(new Ranges(limits, context), limits, context);
        EnumMap<Analyte, LabFinding> findings = new EnumMap<>(Analyte.class);
        Map<Analyte, List<LabResult>> byAnalyte = results.stream().collect(groupingBy(LabResult::analyte));
        byAnalyte.forEach((analyte, own) -> judge.judge(newestFirst(own)).ifPresent(f -> findings.put(analyte, f)));
        return findings;
    }

    /** Those no later result has settled. One more than a month old asks for a repeat (C.8.18). */
    private static EnumMap<Analyte, OpenAlert> open(
            List<UnreadAlert> unread, List<LabResult> results, LabContext context, Limits limits) {
        EnumMap<Analyte, OpenAlert> open = new EnumMap<>(Analyte.class);
        for (UnreadAlert alert : unread) {
            if (results.stream().noneMatch(alert::isSettledBy)) {
                boolean isOld = alert.latestDay()
                        .filter(day -> context.ageInDays(day) > limits.of(Limit.WINDOW_CRITICAL))
                        .isPresent();
                Band band = isOld ? Band.ABNORMAL : Band.SAME_DAY;
                open.merge(alert.analyte(), new OpenAlert(alert, band), OpenAlert::worseOf);
            }
        }
        return open;
    }

    public Optional<LabFinding> find(Analyte analyte) {
        return Optional.ofNullable(findings.get(analyte));
    }

    public Collection<LabFinding> all() {
        return List.copyOf(findings.values());
    }

    /** What the laboratory flagged critical and nobody could read. */
    public Optional<OpenAlert> findAlert(Analyte analyte) {
        return Optional.ofNullable(alerts.get(analyte));
    }

    public Collection<OpenAlert> alerts() {
        return List.copyOf(alerts.values());
    }

    public Presence isAtLeast(Analyte analyte, Band band) {
        LabFinding finding = findings.get(analyte);
        Presence read = finding == null ? Presence.UNKNOWN : finding.isAtLeast(band);
        OpenAlert alert = alerts.get(analyte);
        return alert == null ? read : read.or(alert.isAtLeast(band));
    }

    private static List<LabResult> newestFirst(List<LabResult> results) {
        return results.stream()
                .sorted(comparing(LabResult::taken).reversed().thenComparing(LabResult::reference))
                .toList();
    }
}
