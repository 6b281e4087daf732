package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.fascicle.testing.Responses;
import org.fascicle.testing.ShownResult;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** What a submitted response must be, over HTTP. Numbers as in the list of threats. */
class ResponsesTest extends ServerTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @Test
    void everyFaultIsAnIssueWithItsPlaceAndNothingIsStored() {
        QuestionnaireResponse response = Responses.completed().setSubject(new Reference("Patient/faulty"));
        response.addItem(Responses.group(
                "red-flags",
                Responses.answered("rf.weakness", "none"),
                Responses.answered("rf.weakness.course", "sudden"),
                Responses.answered("rf.wasting", "perhaps"),
                Responses.answered("rf.breath", "none", "at-rest")));
        response.addItem(Responses.group(
                "triggers", Responses.answered("trig.caffeine", new StringType("lots")), Responses.unanswered("mood")));
        HttpAnswer refused = server.post("/QuestionnaireResponse", json(response));
        Refusal.assertInWords(422, refused);
        assertEquals(
                Set.of(
                        "QuestionnaireResponse.item[0].item[1]",
                        "QuestionnaireResponse.item[0].item[2].answer[0]",
                        "QuestionnaireResponse.item[0].item[3].answer[0]",
                        "QuestionnaireResponse.item[1].item[0].answer[0]",
                        "QuestionnaireResponse.item[1].item[1]"),
                Set.copyOf(refused.places()));
        assertEquals(5, refused.issues().size());
        assertEquals(
                List.of(),
                server.get("/QuestionnaireResponse?patient=Patient/faulty").ids());
    }

    @Test
    void C6_anAnswerToADisabledItemNamesItsLinkId() {
        QuestionnaireResponse response = Responses.completed();
        response.addItem(Responses.group(
                "red-flags",
                Responses.answered("rf.weakness", "none"),
                Responses.answered("rf.weakness.course", "sudden")));
        HttpAnswer refused = server.post("/QuestionnaireResponse", json(response));
        Refusal.assertInWords(422, refused);
        assertTrue(refused.issues().get(0).getDetails().getText().contains("`rf.weakness.course`"));
    }

    @Test
    void aFaultInATransactionIsToldFromItsEntry() {
        QuestionnaireResponse response = Responses.completed();
        response.addItem(Responses.unanswered("mood"));
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                + json(response) + ",\"request\":{\"method\":\"POST\",\"url\":\"QuestionnaireResponse\"}}]}";
        assertEquals(
                List.of("Bundle.entry[0].resource.item[0]"),
                server.post("", bundle).expect(422).places());
    }

    @Test
    void aFaultAmongParametersIsToldFromItsParameter() {
        QuestionnaireResponse response = Responses.completed();
        response.addItem(Responses.unanswered("mood"));
        assertEquals(
                List.of("Parameters.parameter[0].resource.item[0]"),
                sentAlong(response).expect(422).places());
    }

    @Test
    void B3_aResponseWithoutASubjectIsRefused() {
        QuestionnaireResponse nobodys = Responses.completed().setSubject(null);
        HttpAnswer refused = server.post("/QuestionnaireResponse", json(nobodys));
        Refusal.assertInWords(422, refused);
        assertEquals(List.of("QuestionnaireResponse.subject"), refused.places());
        Refusal.assertInWords(422, sentAlong(nobodys));
    }

    @Test
    void C3_sixtyThousandAnswersAreTooMany() {
        Refusal.assertInWords(413, server.post("/QuestionnaireResponse", json(answered(60_000))));
    }

    @Test
    void C3_twoThousandAnswersGetAShortAnswerInTime() {
        QuestionnaireResponse response = answered(2_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            HttpAnswer refused = server.post("/QuestionnaireResponse", json(response));
            Refusal.assertInWords(422, refused);
            assertTrue(refused.body().length() < 50_000);
        });
    }

    private static QuestionnaireResponse answered(int many) {
        QuestionnaireResponse response = Responses.completed();
        var item = Responses.unanswered("trig.caffeine");
        IntStream.range(0, many).forEach(n -> item.addAnswer().setValue(new IntegerType(n)));
        return response.addItem(Responses.group("triggers", item));
    }

    @Test
    void C3_textInEveryScriptComesBackAsItWas() {
        String words = "\u202Eright to left\u202C, twitch \uD83D\uDCAA, \u4E94, <script>alert(1)</script> & \"'";
        QuestionnaireResponse response = Responses.completed();
        response.addItem(Responses.group(
                "history",
                Responses.answered("hx.newdrug", "yes"),
                Responses.answered("hx.newdrug.name", new StringType(words))));
        String id = createdId(server.post("/QuestionnaireResponse", json(response)));
        QuestionnaireResponse read = server.get("/QuestionnaireResponse/" + id).as(QuestionnaireResponse.class);
        assertEquals(
                words,
                read.getItemFirstRep()
                        .getItem()
                        .get(1)
                        .getAnswerFirstRep()
                        .getValue()
                        .primitiveValue());
    }

    @Test
    void F1_twentyAtOnceWriteOneRiskAssessmentAndOneGroup() throws Exception {
        String id = server.store("coffee-and-weak-hand");
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<HttpAnswer>> asks = java.util.Collections.nCopies(
                20, () -> server.post("/QuestionnaireResponse/" + id + "/$assess", NOTHING));
        Set<String> answers = threads.invokeAll(asks).stream()
                .map(ResponsesTest::answered)
                .map(answer -> answer.expect(200).body())
                .collect(Collectors.toSet());
        threads.shutdown();
        assertEquals(1, answers.size());
        String patient = "?patient=Patient/p-" + id;
        assertEquals(1, server.get("/RiskAssessment" + patient).ids().size());
        assertEquals(1, server.get("/RequestGroup" + patient).ids().size());
    }

    @Test
    void F3_aTransactionThatFailsInTheMiddleLeavesNothing() {
        String good =
                "{\"resource\":" + patient("x", "Middle") + ",\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}";
        String stale = "{\"resource\":" + patient("middle", "Middle")
                + ",\"request\":{\"method\":\"PUT\",\"url\":\"Patient/middle\",\"ifMatch\":\"W/\\\"7\\\"\"}}";
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + good + "," + stale + "]}";
        Refusal.assertInWords(412, server.post("", bundle));
        assertEquals(List.of(), server.get("/Patient?family=Middle").ids());
    }

    @Test
    void F8_aQuestionLeftOpenIsNotANo() {
        ExampleCase open = ExampleCase.all()
                .filter(one -> one.name().equals("weakness-not-asked"))
                .findFirst()
                .orElseThrow();
        HttpAnswer answer = sentAlong(open.response()).expect(200);
        ShownResult shown = new ShownResult(answer.as(Bundle.class));
        assertEquals("preliminary", shown.status());
        assertEquals("indeterminate", shown.concern("neuromuscular"));
    }

    @Test
    void aResponseInProgressIsOnlyPreviewed() {
        QuestionnaireResponse draft = Responses.completed()
                .setStatus(QuestionnaireResponseStatus.INPROGRESS)
                .setSubject(new Reference("Patient/draft"));
        put("Patient", "draft", patient("draft", "Draft")).expect(201);
        String id = createdId(server.post("/QuestionnaireResponse", json(draft)));
        Refusal.assertInWords(422, server.post("/QuestionnaireResponse/" + id + "/$assess", NOTHING));
        server.post("/QuestionnaireResponse/" + id + "/$assess?preview=true", "")
                .expect(200);
        assertEquals(
                List.of(), server.get("/RiskAssessment?patient=Patient/draft").ids());
    }

    @Test
    void aResponseOfAPatientWhoIsNotHereIsNotAssessed() {
        QuestionnaireResponse response = Responses.completed().setSubject(new Reference("Patient/elsewhere"));
        String id = createdId(server.post("/QuestionnaireResponse", json(response)));
        HttpAnswer refused = server.post("/QuestionnaireResponse/" + id + "/$assess", NOTHING);
        Refusal.assertInWords(refused.status(), refused);
        assertTrue(List.of(404, 422).contains(refused.status()));
    }

    private static HttpAnswer answered(Future<HttpAnswer> asked) {
        try {
            return asked.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpAnswer sentAlong(QuestionnaireResponse response) {
        return server.post(
                "/QuestionnaireResponse/$assess",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":" + json(response)
                        + "}]}");
    }

    private static String json(QuestionnaireResponse response) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(response);
    }
}
