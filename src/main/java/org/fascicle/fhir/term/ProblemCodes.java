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
            Map.entry("40739000", WARNING_SIGN),
            Map.entry("71457002", WARNING_SIGN),
            Map.entry("249489001", WARNING_SIGN),
            Map.entry("8011004", WARNING_SIGN),
            Map.entry("289195008", WARNING_SIGN),
            Map.entry("267036007", WARNING_SIGN),
            Map.entry("161941007", WARNING_SIGN),
            Map.entry("60845006", WARNING_SIGN),
            Map.entry("62744007", WARNING_SIGN),
            Map.entry("26544005", WARNING_SIGN),
            Map.entry("713514005", WARNING_SIGN),
            Map.entry("249939004", WARNING_SIGN),
            Map.entry("299042006", WARNING_SIGN),
            Map.entry("88092000", WARNING_SIGN),
            Map.entry("7006003", WARNING_SIGN),
            Map.entry("228148009", WARNING_SIGN),
            Map.entry("306741005", WARNING_SIGN),
            Map.entry("1912002", WARNING_SIGN),
            Map.entry("22631008", WARNING_SIGN),
            Map.entry("22325002", WARNING_SIGN),
            Map.entry("91019004", WARNING_SIGN),
            Map.entry("95673003", WARNING_SIGN),
            Map.entry("429783005", WARNING_SIGN),
            Map.entry("44077006", WARNING_SIGN),
            Map.entry("309537005", WARNING_SIGN),
            Map.entry("422868009", WARNING_SIGN),
            Map.entry("267024001", WARNING_SIGN),
            Map.entry("24982008", WARNING_SIGN),
            Map.entry("11934000", WARNING_SIGN),
            Map.entry("221360009", WARNING_SIGN),
            Map.entry("86854008", WARNING_SIGN),
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
