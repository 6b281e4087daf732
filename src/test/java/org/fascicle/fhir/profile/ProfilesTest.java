package org.fascicle.fhir.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fascicle.fhir.term.Systems;
import org.fascicle.testing.Validator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;

/** The profiles let a right result through and stop one that breaks a promise of the contract. */
class ProfilesTest {
    private final RiskAssessment risk = risk();
    private final ServiceRequest request = request();

    @Test
    void aRightRiskAssessmentPasses() {
        assertEquals(List.of(), Validator.errors(risk));
    }

    @Test
    void aRiskAssessmentSaysHowUrgentItIs() {
        risk.getExtension().clear();
        assertRefused(risk, "RiskAssessment.extension:urgency");
    }

    @Test
    void anUrgencyIsOneOfSix() {
        risk.getExtensionByUrl(Systems.URGENCY_EXTENSION).setValue(new CodeType("whenever"));
        assertRefused(risk, "whenever");
    }

    @Test
    void aRiskAssessmentNeverGivesANumber() {
        risk.getPredictionFirstRep().setProbability(new DecimalType(12));
        assertRefused(risk, "RiskAssessment.prediction.probability");
    }

    @Test
    void aRiskAssessmentGradesAllThreeOutcomes() {
        risk.getPrediction().remove(2);
        assertRefused(risk, "RiskAssessment.prediction");
    }

    @Test
    void aGradeIsOneOfOurs() {
        risk.getPredictionFirstRep()
                .setQualitativeRisk(
                        new CodeableConcept(new Coding(Systems.RISK_PROBABILITY, "high", "High likelihood")));
        assertRefused(risk, "fasciculation-concern");
    }

    @Test
    void otherCodingsMayStandBesideOurs() {
        RiskAssessmentPredictionComponent first = risk.getPredictionFirstRep();
        first.getOutcome().addCoding(new Coding(Systems.SNOMED, "37340000", "Motor neuron disease"));
        first.getQualitativeRisk().addCoding(new Coding(Systems.RISK_PROBABILITY, "low", "Low likelihood"));
        assertEquals(List.of(), Validator.errors(risk));
    }

    @Test
    void aDiseaseAlreadyDiagnosedHasNoGrade() {
        risk.getPredictionFirstRep().setQualitativeRisk(null);
        assertEquals(List.of(), Validator.errors(risk));
    }

    @Test
    void aPredictionSaysWhy() {
        risk.getPredictionFirstRep().setRationale(null);
        assertRefused(risk, "RiskAssessment.prediction.rationale");
    }

    @Test
    void aRightRequestPasses() {
        assertEquals(List.of(), Validator.errors(request));
    }

    @Test
    void aRequestIsAProposal() {
        request.setIntent(ServiceRequestIntent.ORDER);
        assertRefused(request, "proposal");
    }

    @Test
    void aRequestSaysWhy() {
        request.getReasonCode().clear();
        assertRefused(request, "ServiceRequest.reasonCode");
    }

    @Test
    void aCodeThatWasNotVerifiedIsStopped() {
        request.setCode(new CodeableConcept(new Coding(Systems.SNOMED, "3895009", "Nerve conduction study")));
        assertRefused(request, "3895009");
    }

    @Test
    void aResultBeginsWithTheRiskAssessment() {
        assertEquals(List.of(), Validator.errors(result(risk, request)));
        assertRefused(result(request, risk), "fas-1");
        assertRefused(result(risk, risk()), "fas-2");
    }

    private static void assertRefused(IBaseResource resource, String because) {
        List<String> errors = Validator.errors(resource);
        assertTrue(errors.stream().anyMatch(error -> error.contains(because)), errors::toString);
    }

    private static RiskAssessment risk() {
        RiskAssessment risk = new RiskAssessment();
        risk.setId("risk");
        risk.getMeta().addProfile(Systems.RISK_PROFILE);
        risk.getText().setStatus(NarrativeStatus.GENERATED);
        risk.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">Low.</div>");
        risk.addExtension(Systems.URGENCY_EXTENSION, new CodeType("routine"));
        risk.addIdentifier(new Identifier().setSystem("http://a.example").setValue("1"));
        risk.setStatus(RiskAssessmentStatus.FINAL);
        risk.setMethod(new CodeableConcept().setText("Fasciculation rules 1.0.0"));
        risk.setSubject(new Reference("Patient/1"));
        risk.setOccurrence(new DateTimeType("2026-11-20T10:00:00Z"));
        risk.addBasis(new Reference("QuestionnaireResponse/1"));
        risk.addPrediction(prediction("neuromuscular", "low"));
        risk.addPrediction(prediction("metabolic", "indeterminate"));
        risk.addPrediction(prediction("benign", "possible"));
        risk.setMitigation("See a doctor within 8 weeks.");
        return risk;
    }

    private static RiskAssessmentPredictionComponent prediction(String outcome, String concern) {
        return new RiskAssessmentPredictionComponent()
                .setOutcome(new CodeableConcept(
                        new Coding().setSystem(Systems.OUTCOME).setCode(outcome)))
                .setQualitativeRisk(new CodeableConcept(
                        new Coding().setSystem(Systems.CONCERN).setCode(concern)))
                .setRationale("M-14: twitching that lasts");
    }

    private static ServiceRequest request() {
        ServiceRequest request = new ServiceRequest();
        request.setId("request");
        request.getMeta().addProfile(Systems.REQUEST_PROFILE);
        request.getText().setStatus(NarrativeStatus.GENERATED);
        request.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">Magnesium.</div>");
        request.setRequisition(new Identifier().setSystem("http://a.example").setValue("1"));
        request.setStatus(ServiceRequestStatus.DRAFT).setIntent(ServiceRequestIntent.PROPOSAL);
        request.setPriority(ServiceRequestPriority.ROUTINE);
        request.setCode(new CodeableConcept(
                new Coding(Systems.LOINC, "19123-9", "Magnesium [Mass/volume] in Serum or Plasma")));
        request.setSubject(new Reference("Patient/1"));
        request.setAuthoredOnElement(new DateTimeType("2026-11-20T10:00:00Z"));
        request.addReasonCode(new CodeableConcept().setText("base bloods"));
        return request;
    }

    private static Bundle result(Resource... resources) {
        Bundle result = new Bundle().setType(BundleType.COLLECTION);
        result.getMeta().addProfile(Systems.RESULT_PROFILE);
        for (int i = 0; i < resources.length; i++) {
            result.addEntry().setFullUrl("http://a.example/fhir/x" + i).setResource(resources[i]);
        }
        return result;
    }
}
