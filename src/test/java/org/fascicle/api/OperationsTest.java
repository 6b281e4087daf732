package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.ShownResult;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.RequestGroup;
import org.junit.jupiter.api.Test;

class OperationsTest extends ServerTest {
    private static final String APPLY = "/PlanDefinition/fasciculation-assessment/$apply";
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @Test
    void aStoredResponseIsAssessedAndTheResultStays() {
        String id = server.store("weak-hand-emg-ordered-in-snomed");
        HttpAnswer answer = server.post("/QuestionnaireResponse/" + id + "/$assess", NOTHING)
                .expect(200);
        ShownResult shown = new ShownResult(answer.as(Bundle.class));
        assertEquals("urgent", shown.urgency());
        shown.resources().forEach(Validator::assertValid);
        String assessment = shown.assessment().getIdElement().getIdPart();
        assertEquals(
                "QuestionnaireResponse/" + id + "/_history/1",
                shown.assessment().getBasisFirstRep().getReference());
        server.get("/RiskAssessment/" + assessment).expect(200);
        assertEquals(
                List.of(assessment),
                server.get("/RiskAssessment?patient="
                                + shown.assessment().getSubject().getReference())
                        .ids());
    }

    @Test
    void aPreviewIsTheSameAnswerWithNothingWritten() {
        String id = server.store("magnesium-0-41");
        String preview =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"preview\",\"valueBoolean\":true}]}";
        HttpAnswer previewed = server.post("/QuestionnaireResponse/" + id + "/$assess", preview);
        ShownResult shown = new ShownResult(previewed.expect(200).as(Bundle.class));
        String subject = shown.assessment().getSubject().getReference();
        assertEquals(List.of(), server.get("/RiskAssessment?patient=" + subject).ids());
        ShownResult written = new ShownResult(server.post("/QuestionnaireResponse/" + id + "/$assess", NOTHING)
                .as(Bundle.class));
        assertEquals(written.urgency(), shown.urgency());
        assertEquals(1, server.get("/RiskAssessment?patient=" + subject).ids().size());
    }

    @Test
    void aResponseThatIsSentAlongIsJudgedWithoutTheChart() {
        ExampleCase example = example("potassium-2-3-benign-history");
        String parameters = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":"
                + example.responseJson() + "},{\"name\":\"chart\",\"resource\":"
                + example.chartJson().orElseThrow() + "}]}";
        HttpAnswer answer =
                server.post("/QuestionnaireResponse/$assess", parameters).expect(200);
        assertEquals("emergency", new ShownResult(answer.as(Bundle.class)).urgency());
        assertEquals(
                List.of(),
                server.get("/RiskAssessment?patient="
                                + example.response().getSubject().getReference())
                        .ids());
    }

    @Test
    void aChartOfAnotherPatientIsRefusedAndNotTakenForAnEmptyOne() {
        ExampleCase example = example("potassium-2-3-benign-history");
        String mine = example.response().getSubject().getReference();
        String chart = example.chartJson().orElseThrow();
        for (String operation : List.of("$assess", "$explain")) {
            HttpAnswer mixedUp = sentAlong(operation, example.responseJson().replace(mine, "Patient/another"), chart);
            mixedUp.expect(422);
            assertEquals(List.of("Parameters.parameter[0].resource.subject"), mixedUp.places());
        }
        String nobody = "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}";
        sentAlong("$assess", example.responseJson(), nobody).expect(200);
    }

    private static HttpAnswer sentAlong(String operation, String response, String chart) {
        return server.post(
                "/QuestionnaireResponse/" + operation,
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":" + response
                        + "},{\"name\":\"chart\",\"resource\":" + chart + "}]}");
    }

    @Test
    void theInterviewIsPopulatedFromTheChart() {
        server.store("dialysis-creatinine-as-ever");
        String subject = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"subject\",\"valueReference\":"
                + "{\"reference\":\"Patient/p-dialysis-creatinine-as-ever\"}}]}";
        Parameters answer = server.post("/Questionnaire/fasciculation-history/$populate", subject)
                .expect(200)
                .as(Parameters.class);
        QuestionnaireResponse draft =
                (QuestionnaireResponse) answer.getParameter("response").getResource();
        assertEquals("in-progress", draft.getStatus().toCode());
        assertEquals("Patient/p-dialysis-creatinine-as-ever", draft.getSubject().getReference());
        QuestionnaireResponseItemComponent history = draft.getItemFirstRep();
        assertEquals("hx.ckd", history.getItemFirstRep().getLinkId());
        assertEquals(
                "yes",
                history.getItemFirstRep().getAnswerFirstRep().getValueCoding().getCode());
        Validator.assertValid(draft);
    }

    @Test
    void thePlanIsAppliedToAPatientWhoseHistoryIsStored() {
        server.store("coffee-and-weak-hand");
        HttpAnswer answer =
                server.post(APPLY, subject("Patient/p-coffee-and-weak-hand")).expect(200);
        Bundle applied = answer.as(Bundle.class);
        assertEquals(
                "https://fascicle.example/fhir/PlanDefinition/fasciculation-assessment|1.0.0",
                ((RequestGroup) applied.getEntryFirstRep().getResource())
                        .getInstantiatesCanonical()
                        .get(0)
                        .getValue());
        assertTrue(answer.body().contains("ActivityDefinition/neurology|1.0.0"), answer.body());
        assertTrue(answer.body().contains("M-3.rapid: "), answer.body());
        Validator.assertValid(applied);
        assertEquals(
                List.of(),
                server.get("/RequestGroup?patient=Patient/p-coffee-and-weak-hand")
                        .ids());
    }

    @Test
    void aParameterOfAnotherTypeIsToldTheOneItHas() {
        String id = server.store("eyelid-five-coffees");
        String text =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"preview\",\"valueString\":\"true\"}]}";
        HttpAnswer preview = server.post("/QuestionnaireResponse/" + id + "/$assess", text);
        assertTold(400, "`preview` has to be given as `valueBoolean`", preview);
        HttpAnswer applied = server.post(APPLY, subject("Practitioner/1"));
        assertTold(422, "`subject` has to be a patient of this chart, as `Patient/[id]`", applied);
        HttpAnswer populated =
                server.post("/Questionnaire/fasciculation-history/$populate", subject("Patient/p-eyelid-five-coffees"));
        assertTold(400, "`subject` has to be given as `valueReference`", populated);
    }

    private static void assertTold(int status, String words, HttpAnswer answer) {
        answer.expect(status);
        assertEquals(words, answer.issues().get(0).getDiagnostics());
        assertEquals(List.of("Parameters.parameter[0]"), answer.places());
    }

    @Test
    void thePlanIsNotAppliedWithoutAHistory() {
        server.put("/Patient/nobody-yet", "{\"resourceType\":\"Patient\",\"id\":\"nobody-yet\"}");
        server.post(APPLY, subject("Patient/nobody-yet")).expect(422);
        server.post(APPLY, NOTHING).expect(422);
        server.post("/PlanDefinition/another/$apply", subject("Patient/nobody-yet"))
                .expect(404);
    }

    private static String subject(String patient) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"subject\",\"valueString\":\"" + patient
                + "\"}]}";
    }

    private static ExampleCase example(String name) {
        return ExampleCase.all()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
