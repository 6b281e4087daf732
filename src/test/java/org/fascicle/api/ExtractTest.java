package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.fascicle.testing.Responses;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class ExtractTest extends ServerTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final String SNOMED = "http://snomed.info/sct";

    @Test
    void whatIsStatedIsTakenOutWithVerifiedCodesAndNothingIsWritten() {
        String id = server.store("hand-weakness-with-wasting");
        Parameters answer = server.post("/QuestionnaireResponse/" + id + "/$extract", NOTHING)
                .expect(200)
                .as(Parameters.class);
        Bundle transaction = (Bundle) answer.getParameter("return").getResource();
        Map<String, Observation> found = byOwnCode(transaction);
        Observation weakness = found.get("rf.weakness=cannot-do");
        assertEquals("26544005", snomed(weakness));
        assertEquals("final", weakness.getStatus().toCode());
        assertEquals(
                "Patient/p-hand-weakness-with-wasting", weakness.getSubject().getReference());
        assertEquals(
                "QuestionnaireResponse/" + id + "/_history/1",
                weakness.getDerivedFromFirstRep().getReference());
        assertEquals("82470000", snomed(found.get("sx.type=twitch")));
        found.values().forEach(Validator::assertValid);
        assertEquals(
                List.of(),
                server.get("/Observation?derived-from=QuestionnaireResponse/" + id)
                        .ids());
    }

    @Test
    void whatComesCanBePostedAndPostedAgain() {
        String id = server.store("cannot-button-shirt");
        Parameters answer = server.post("/QuestionnaireResponse/" + id + "/$extract", NOTHING)
                .expect(200)
                .as(Parameters.class);
        String transaction = json(answer.getParameter("return").getResource());
        server.post("", transaction).expect(200);
        int stored = kept(id).size();
        assertTrue(stored > 0);
        server.post("", transaction).expect(200);
        assertEquals(stored, kept(id).size());
    }

    @Test
    void aCodeThatWouldSayMoreThanTheAnswerIsNotUsedAndThatIsTold() {
        QuestionnaireResponse response = Responses.completed();
        response.addItem(Responses.group(
                "red-flags", Responses.answered("rf.falls", "yes"), Responses.answered("rf.weightloss", "yes")));
        Parameters answer = sentAlong(response).expect(200).as(Parameters.class);
        Map<String, Observation> found =
                byOwnCode((Bundle) answer.getParameter("return").getResource());
        assertEquals(java.util.Set.of("rf.weightloss=yes"), found.keySet());
        OperationOutcome issues =
                (OperationOutcome) answer.getParameter("issues").getResource();
        assertEquals(1, issues.getIssue().size());
        assertTrue(issues.getIssueFirstRep().getDetails().getText().contains("`rf.falls`"));
    }

    @Test
    void F8_neitherANoNorAnOpenQuestionBecomesAFinding() {
        QuestionnaireResponse response = Responses.completed();
        response.addItem(Responses.group(
                "red-flags", Responses.answered("rf.weightloss", "no"), Responses.answered("rf.wasting", "unsure")));
        Parameters answer = sentAlong(response).expect(200).as(Parameters.class);
        assertFalse(answer.hasParameter("return"));
        assertFalse(answer.hasParameter("issues"));
    }

    @Test
    void everyCaseGivesValidObservations() {
        Map<String, Observation> one = ExampleCase.all()
                .map(ExampleCase::response)
                .map(response -> sentAlong(response).expect(200).as(Parameters.class))
                .filter(answer -> answer.hasParameter("return"))
                .flatMap(answer ->
                        byOwnCode((Bundle) answer.getParameter("return").getResource()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));
        assertTrue(one.size() > 20, () -> one.keySet().toString());
        one.values().forEach(Validator::assertValid);
    }

    @Test
    void aResponseThatDoesNotFitIsRefused() {
        QuestionnaireResponse response = Responses.completed();
        response.addItem(Responses.unanswered("mood"));
        HttpAnswer refused = sentAlong(response);
        Refusal.assertInWords(422, refused);
        assertEquals(List.of("Parameters.parameter[0].resource.item[0]"), refused.places());
    }

    private static List<String> kept(String id) {
        return server.get("/Observation?derived-from=QuestionnaireResponse/" + id)
                .expect(200)
                .ids();
    }

    private static Map<String, Observation> byOwnCode(Bundle transaction) {
        return transaction.getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .collect(Collectors.toMap(
                        observation ->
                                coding(observation, "https://fascicle.example/fhir/CodeSystem/fasciculation-finding"),
                        observation -> observation));
    }

    private static String snomed(Observation observation) {
        return coding(observation, SNOMED);
    }

    private static String coding(Observation observation, String system) {
        return observation.getCode().getCoding().stream()
                .filter(coding -> coding.getSystem().equals(system))
                .map(Coding::getCode)
                .findFirst()
                .orElseThrow();
    }

    private static HttpAnswer sentAlong(QuestionnaireResponse response) {
        return server.post(
                "/QuestionnaireResponse/$extract",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"questionnaire-response\",\"resource\":"
                        + json(response) + "}]}");
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
