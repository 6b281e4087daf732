package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;
import static org.fascicle.fhir.json.Types.codeExtension;
import static org.fascicle.fhir.json.Types.coding;
import static org.fascicle.fhir.json.Types.concept;
import static org.fascicle.fhir.json.Types.identifier;
import static org.fascicle.fhir.json.Types.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Prediction;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;
import org.fascicle.fhir.term.Systems;

/** The judgement as a RiskAssessment: three predictions in words, never a number. */
record RiskAssessmentToFhir(Judged judged, Wording wording) {
    /** The rules after which the disease itself may be named (C.7). */
    private static final Set<String> MOTOR_NEURON_RULES = Set.of("M-1", "M-2a", "M-3.rapid", "M-4");

    Element compose() {
        Assessment assessment = judged.assessment();
        Names names = new Names(judged.header().key());
        return resource("RiskAssessment")
                .set("meta", element().add("profile", Systems.RISK_PROFILE))
                .set("text", new Report(judged, wording).narrative())
                .add(
                        "extension",
                        codeExtension(
                                Systems.URGENCY_EXTENSION, assessment.urgency().code()))
                .add("identifier", names.assessment())
                .add("identifier", identifier(Names.FINGERPRINT, judged.stamp().fingerprint()))
                .set("status", status(assessment))
                .set("method", method())
                .set("code", Types.words("Fasciculation risk assessment"))
                .set("subject", reference(judged.header().subject()))
                .set(
                        "encounter",
                        judged.header().encounter().map(Types::reference).orElse(element()))
                .set("occurrenceDateTime", judged.time())
                .set("performer", Names.software())
                .addAll("basis", Basis.of(judged))
                .addAll("prediction", predictions())
                .set("mitigation", Summary.mitigation(judged))
                .addAll(
                        "note",
                        Stream.concat(
                                        judged.remarks().stream(),
                                        Stream.of(judged.stamp().limits().words()))
                                .map(Types::annotation)
                                .toList());
    }

    private String status(Assessment assessment) {
        if (!assessment.isComplete()) {
            return "preliminary";
        }
        return judged.header().isAmended() ? "amended" : "final";
    }

    private static Element method() {
        Element code = coding(Systems.RULE_SET, Tables.VERSION, "");
        return concept(code, "Fasciculation rules v" + Tables.VERSION);
    }

    private List<Element> predictions() {
        return judged.assessment().predictions().stream().map(this::prediction).toList();
    }

    private Element prediction(Prediction prediction) {
        EvidenceWords evidence = new EvidenceWords(judged.file(), wording);
        return element()
                .set("outcome", outcome(prediction))
                .set(
                        "qualitativeRisk",
                        prediction.concern().map(c -> risk(prediction, c)).orElse(element()))
                .set("rationale", new Rationale(evidence).of(prediction));
    }

    private static Element outcome(Prediction prediction) {
        Outcome outcome = prediction.outcome();
        Element concept = element().add("coding", coding(Systems.OUTCOME, outcome.code(), ""));
        snomed(prediction).ifPresent(code -> concept.add("coding", code));
        return concept.set("text", Summary.capital(outcome.words()));
    }

    private static Optional<Element> snomed(Prediction prediction) {
        return switch (prediction.outcome()) {
            case NEUROMUSCULAR ->
                namesMotorNeuronDisease(prediction)
                        ? Optional.of(coding(Systems.SNOMED, "37340000", "Motor neuron disease"))
                        : Optional.empty();
            case METABOLIC -> Optional.of(coding(Systems.SNOMED, "105593004", "Electrolyte imbalance"));
            case BENIGN -> Optional.of(coding(Systems.SNOMED, "82470000", "Muscle fasciculation"));
        };
    }

    private static boolean namesMotorNeuronDisease(Prediction prediction) {
        return prediction.concern().filter(Concern.HIGH::equals).isPresent()
                && prediction.rules().stream()
                        .anyMatch(
                                rule -> MOTOR_NEURON_RULES.contains(rule.rule().key()));
    }

    private static Element risk(Prediction prediction, Concern concern) {
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
