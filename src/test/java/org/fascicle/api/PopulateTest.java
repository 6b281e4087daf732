package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** A draft with what the chart tells, and no more. */
class PopulateTest extends ServerTest {
    private static final String PREFILLED = "https://fascicle.example/fhir/StructureDefinition/prefilled-from";

    @Test
    void eachPrefilledAnswerSaysWhereItComesFromAndWhen() {
        put("Patient", "kidney", patient("kidney", "Kidney")).expect(201);
        put("Condition", "kidney-disease", kidneyDisease()).expect(201);
        QuestionnaireResponse draft = draft(populate("kidney"));
        QuestionnaireResponseItemComponent item = answered(draft).findFirst().orElseThrow();
        assertEquals("hx.ckd", item.getLinkId());
        Extension source = item.getAnswerFirstRep().getExtensionByUrl(PREFILLED);
        assertEquals(
                "Condition/kidney-disease",
                ((Reference) source.getExtensionByUrl("source").getValue()).getReference());
        assertEquals("2019-05-01", source.getExtensionByUrl("date").getValue().primitiveValue());
        Validator.assertValid(draft);
    }

    @Test
    void F8_whatTheChartDoesNotSayIsLeftOpen() {
        put("Patient", "empty", patient("empty", "Empty")).expect(201);
        Parameters answer = populate("empty");
        assertEquals(0, answered(draft(answer)).count());
        assertFalse(answer.hasParameter("issues"));
    }

    @Test
    void whatCouldNotBeReadIsTold() {
        put("Patient", "odd", patient("odd", "Odd")).expect(201);
        put(
                        "Observation",
                        "odd-potassium",
                        "{\"resourceType\":\"Observation\",\"id\":\"odd-potassium\",\"status\":\"final\","
                                + "\"subject\":{\"reference\":\"Patient/odd\"},\"code\":{\"coding\":[{\"system\":"
                                + "\"http://loinc.org\",\"code\":\"2823-3\"}]},\"effectiveDateTime\":\"2026-11-20\","
                                + "\"valueQuantity\":{\"value\":4,\"unit\":\"furlong\",\"code\":\"furlong\","
                                + "\"system\":\"http://unitsofmeasure.org\"}}")
                .expect(201);
        OperationOutcome issues =
                (OperationOutcome) populate("odd").getParameter("issues").getResource();
        assertTrue(issues.getIssueFirstRep().getDetails().getText().startsWith("`Observation/odd-potassium`: "));
    }

    @Test
    void theDraftIsAnsweredByWhoeverHoldsTheInterviewAndCanBeStored() {
        put("Patient", "stored", patient("stored", "Stored")).expect(201);
        QuestionnaireResponse draft = draft(populate("stored"));
        String json =
                ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(draft);
        createdId(server.post("/QuestionnaireResponse", json));
    }

    @Test
    void aPatientWhoIsNotHereOrNotNamedIsRefused() {
        Refusal.assertInWords(404, ask("Patient/nobody"));
        Refusal.assertInWords(422, ask("https://elsewhere.example/fhir/Patient/1"));
        Refusal.assertInWords(
                422,
                server.post("/Questionnaire/fasciculation-history/$populate", "{\"resourceType\":\"Parameters\"}"));
    }

    private static Parameters populate(String patient) {
        return ask("Patient/" + patient).expect(200).as(Parameters.class);
    }

    private static HttpAnswer ask(String patient) {
        return server.post(
                "/Questionnaire/fasciculation-history/$populate",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"subject\",\"valueReference\":"
                        + "{\"reference\":\"" + patient + "\"}}]}");
    }

    private static QuestionnaireResponse draft(Parameters answer) {
        return (QuestionnaireResponse) answer.getParameter("response").getResource();
    }

    private static Stream<QuestionnaireResponseItemComponent> answered(QuestionnaireResponse draft) {
        return draft.getItem().stream()
                .flatMap(group -> group.getItem().stream())
                .filter(QuestionnaireResponseItemComponent::hasAnswer);
    }

    private static String kidneyDisease() {
        String systems = "http://terminology.hl7.org/CodeSystem/";
        return "{\"resourceType\":\"Condition\",\"id\":\"kidney-disease\",\"clinicalStatus\":{\"coding\":[{\"system\":\""
                + systems
                + "condition-clinical\",\"code\":\"active\"}]},\"verificationStatus\":{\"coding\":[{\"system\":\""
                + systems + "condition-ver-status\",\"code\":\"confirmed\"}]},\"code\":{\"coding\":[{\"system\":"
                + "\"http://snomed.info/sct\",\"code\":\"709044004\"}]},\"subject\":{\"reference\":\"Patient/kidney\"},"
                + "\"onsetDateTime\":\"2019-05-01\"}";
    }
}
