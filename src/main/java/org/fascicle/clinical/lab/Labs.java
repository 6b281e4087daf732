package org.fascicle.clinical.lab;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.limit.Limits;

/** Every analyte the chart has a usable result for, judged. */
public final class Labs {
    private static final Labs NONE = new Labs(new EnumMap<>(Analyte.class));

    private final EnumMap<Analyte, LabFinding> findings;

    private Labs(EnumMap<Analyte, LabFinding> findings) {
        this.findings = findings;
    }

    public static Labs none() {
        return NONE;
    }

    /** Judges the results of one patient, in any order. */
    public static Labs judge(List<LabResult> results, LabContext context, Limits limits) {
        if (results.isEmpty()) {
            return NONE;
        }
        LabJudge judge = new LabJudge(new Ranges(limits, context), limits, context);
        EnumMap<Analyte, LabFinding> findings = new EnumMap<>(Analyte.class);
        Map<Analyte, List<LabResult>> byAnalyte =
                CalciumAdjustment.adjust(results, context).stream().collect(groupingBy(LabResult::analyte));
        byAnalyte.forEach((analyte, own) -> judge.judge(newestFirst(own)).ifPresent(f -> findings.put(analyte, f)));
        return new Labs(findings);
    }

    public Optional<LabFinding> find(Analyte analyte) {
        return Optional.ofNullable(findings.get(analyte));
    }

    public Collection<LabFinding> all() {
        return List.copyOf(findings.values());
    }

    public Presence isAtLeast(Analyte analyte, Band band) {
        LabFinding finding = findings.get(analyte);
        return finding == null ? Presence.UNKNOWN : finding.isAtLeast(band);
    }

    private static List<LabResult> newestFirst(List<LabResult> results) {
        return results.stream()
                .sorted(comparing(LabResult::taken).reversed().thenComparing(LabResult::reference))
                .toList();
    }
}
