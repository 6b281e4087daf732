package org.fascicle.fhir.term;

import static org.fascicle.clinical.chart.Problem.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.clinical.chart.Problem;

/** The SNOMED CT codes read as a problem: the verified ones of source D.3, nothing from memory. */
public final class ProblemCodes {
    private static final Map<String, Problem> PROBLEMS = Map.ofEntries(
            Map.entry("37340000", MOTOR_NEURON_DISEASE),
            Map.entry("86044005", MOTOR_NEURON_DISEASE),
            Map.entry("88923002", MOTOR_NEURON_DISEASE),
            Map.entry("54304004", MOTOR_NEURON_DISEASE),
            Map.entry("230253001", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("5262007", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("230591002", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("305719002", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("763803004", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("31097004", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("91637004", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("56989000", OTHER_NEUROMUSCULAR_DISEASE),
            Map.entry("24700007", MULTIPLE_SCLEROSIS),
            Map.entry("42345000", NEUROPATHY),
            Map.entry("386033004", NEUROPATHY),
            Map.entry("230572002", NEUROPATHY),
            Map.entry("709044004", KIDNEY_DISEASE),
            Map.entry("73211009", DIABETES),
            Map.entry("34486009", THYROID_DISEASE),
            Map.entry("90739004", THYROID_DISEASE),
            Map.entry("40930008", THYROID_DISEASE),
            Map.entry("66999008", PARATHYROID_DISEASE),
            Map.entry("36348003", PARATHYROID_DISEASE),
            Map.entry("36976004", PARATHYROID_DISEASE),
            Map.entry("428892006", NECK_SURGERY),
            Map.entry("43339004", ELECTROLYTE_DISORDER),
            Map.entry("89627008", ELECTROLYTE_DISORDER),
            Map.entry("5291005", ELECTROLYTE_DISORDER),
            Map.entry("190855004", ELECTROLYTE_DISORDER),
            Map.entry("54404000", SPINE_DISEASE),
            Map.entry("128196005", SPINE_DISEASE),
            Map.entry("82470000", FASCICULATION),
            Map.entry("77386006", PREGNANCY));

    /** A disturbance that does not say which: none of the problems, but worth naming. */
    private static final String ELECTROLYTE_IMBALANCE = "105593004";

    private ProblemCodes() {}

    public static Optional<Problem> find(String snomed) {
        return Optional.ofNullable(PROBLEMS.get(snomed));
    }

    /** Every code read as this problem; none for a problem that charts name in words only. */
    public static List<String> of(Problem problem) {
        return PROBLEMS.entrySet().stream()
                .filter(entry -> entry.getValue() == problem)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public static boolean isUnspecifiedImbalance(String snomed) {
        return ELECTROLYTE_IMBALANCE.equals(snomed);
    }

    public static boolean isPregnant(String snomed) {
        return find(snomed).filter(PREGNANCY::equals).isPresent();
    }
}
