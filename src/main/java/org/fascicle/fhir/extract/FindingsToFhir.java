package org.fascicle.fhir.extract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.fhir.json.Xhtml;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/**
 * Writes each stated finding as an Observation that it is there, derived from the response. Posting the transaction again,
 * or after the response was amended, updates the same Observations.
 */
public final class FindingsToFhir {
    private static final String FINDING = Systems.BASE + "/identifier/finding";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final Findings findings;

    public FindingsToFhir(Definitions definitions) {
        findings = Findings.published(definitions);
    }

    /**
     * @param key names the response in identifiers
     * @param answers what was read from it
     */
    public Extracted compose(QuestionnaireResponse response, String key, Answers answers) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        List<String> left = new ArrayList<>();
        findings.in(answers).forEach(finding -> {
            if (finding.codings().isEmpty()) {
                left.add("`" + finding.linkId() + "`: the answer has no code that says just that, so it is left out");
            } else {
                add(transaction, observation(response, key, finding));
            }
        });
        return new Extracted(transaction, left);
    }

    private static void add(Bundle transaction, Observation observation) {
        String name = FINDING + "|" + observation.getIdentifierFirstRep().getValue();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        transaction
                .addEntry()
                .setFullUrl("urn:uuid:" + UUID.nameUUIDFromBytes(bytes))
                .setResource(observation)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Observation?identifier=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private static Observation observation(QuestionnaireResponse response, String key, Finding finding) {
        Observation observation = new Observation()
                .addIdentifier(new Identifier().setSystem(FINDING).setValue(key + "/" + finding.code()))
                .setStatus(status(response))
                .addCategory(category(finding))
                .setCode(code(finding))
                .setValue(new BooleanType(true))
                .setSubject(response.getSubject().copy())
                .setEffective(response.getAuthoredElement().copy());
        if (response.hasEncounter()) {
            observation.setEncounter(response.getEncounter().copy());
        }
        if (response.hasSource()) {
            observation.addPerformer(response.getSource().copy());
        }
        if (response.getIdElement().hasIdPart()) {
            observation.addDerivedFrom(new Reference(reference(response)));
        }
        observation
                .getText()
                .setStatus(NarrativeStatus.GENERATED)
                .setDivAsString(new Xhtml().paragraph(finding.words()).div());
        return observation;
    }

    private static ObservationStatus status(QuestionnaireResponse response) {
        return switch (response.getStatus()) {
            case COMPLETED -> ObservationStatus.FINAL;
            case AMENDED -> ObservationStatus.AMENDED;
            default -> ObservationStatus.PRELIMINARY;
        };
    }

    private static CodeableConcept category(Finding finding) {
        return new CodeableConcept()
                .addCoding(new Coding()
                        .setSystem(CATEGORY)
                        .setCode(finding.isSeenOnExamination() ? "exam" : "survey")
                        .setDisplay(finding.isSeenOnExamination() ? "Exam" : "Survey"));
    }

    private static CodeableConcept code(Finding finding) {
        CodeableConcept code = new CodeableConcept().setText(finding.words());
        finding.codings().forEach(coding -> code.addCoding(coding.copy()));
        return code.addCoding(new Coding().setSystem(Systems.FINDING).setCode(finding.code()));
    }

    private static String reference(QuestionnaireResponse response) {
        String version = response.getMeta().getVersionId();
        String unversioned = "QuestionnaireResponse/" + response.getIdElement().getIdPart();
        return version == null ? unversioned : unversioned + "/_history/" + version;
    }
}
