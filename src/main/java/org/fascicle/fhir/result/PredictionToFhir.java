package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Types.coding;
import static org.fascicle.fhir.json.Types.concept;

import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.risk.Prediction;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.term.Systems;

/** What is predicted and how likely, in codes and words. */
record PredictionToFhir(Prediction prediction) {
    /** The rules after which the disease itself may be named (C.7). */
    private static final Set<String> MOTOR_NEURON_RULES = Set.of("M-1", "M-2a", "M-3.rapid", "M-4");

    Element outcome() {
        Outcome outcome = prediction.outcome();
        Element concept = element().add("coding", coding(Systems.OUTCOME, outcome.code(), ""));
        snomed().ifPresent(code -> concept.add("coding", code));
        return concept.set("text", Summary.capital(outcome.words()));
    }

    private Optional<Element> snomed() {
        return switch (prediction.outcome()) {
            case NEUROMUSCULAR ->
                namesMotorNeuronDisease()
                        ? Optional.of(coding(Systems.SNOMED, "37340000", "Motor neuron disease"))
                        : Optional.empty();
            case METABOLIC -> Optional.of(coding(Systems.SNOMED, "105593004", "Electrolyte imbalance"));
            case BENIGN -> Optional.of(coding(Systems.SNOMED, "82470000", "Muscle fasciculation"));
        };
    }

    private boolean namesMotorNeuronDisease() {
        return prediction.concern().filter(Concern.HIGH::equals).isPresent()
                && prediction.rules().stream()
                        .anyMatch(
                                rule -> MOTOR_NEURON_RULES.contains(rule.rule().key()));
    }

    /** Empty for a disease that is already diagnosed. */
    Optional<Element> findRisk() {
        return prediction.concern().map(PredictionToFhir::risk);
    }

    static Element risk(Concern concern) {
        Element concept = element().add("coding", coding(Systems.CONCERN, concern.code(), ""));
        probability(concern).ifPresent(code -> concept.add("coding", code));
        return concept.set("text", Summary.capital(Summary.concern(concern)));
    }

    /** HL7's likelihoods, where their definitions hold; a benign cause is graded in our own words only. */
    private static Optional<Element> probability(Concern concern) {
        return switch (concern) {
            case LOW -> Optional.of(coding(Systems.RISK_PROBABILITY, "low", "Low likelihood"));
            case MODERATE -> Optional.of(coding(Systems.RISK_PROBABILITY, "moderate", "Moderate likelihood"));
            case HIGH -> Optional.of(coding(Systems.RISK_PROBABILITY, "high", "High likelihood"));
            case INDETERMINATE, NOT_ESTABLISHED, POSSIBLE, LIKELY -> Optional.empty();
        };
    }
}
