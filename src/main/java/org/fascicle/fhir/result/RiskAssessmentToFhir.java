package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;
import static org.fascicle.fhir.json.Types.codeExtension;
import static org.fascicle.fhir.json.Types.coding;
import static org.fascicle.fhir.json.Types.concept;
import static org.fascicle.fhir.json.Types.identifier;
import static org.fascicle.fhir.json.Types.reference;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Prediction;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;
import org.fascicle.fhir.term.Systems;

/** The judgement as a RiskAssessment: three predictions in words, never a number. */
record RiskAssessmentToFhir(Judged judged, Wording wording) {
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
        PredictionToFhir coded = new PredictionToFhir(prediction);
        return element()
                .set("outcome", coded.outcome())
                .set("qualitativeRisk", coded.findRisk().orElse(element()))
                .set("rationale", new Rationale(evidence).of(prediction));
    }
}
