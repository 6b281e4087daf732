package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {
    private static final String SERVICE = "fasciculation-patient-view";
    private static final String PATIENT = "p-coffee-and-weak-hand";
    private static final String OUTCOME =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"exception\"}]}";

    @TempDir
    Path folder;

    private CardScene scene;

    @BeforeEach
    void start() {
        scene = new CardScene(folder);
        scene.store("coffee-and-weak-hand");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void discoveryNamesOneServiceForEachHookWithSimpleTokensOnly() {
        List<String> services = new ArrayList<>();
        for (JsonNode service : scene.get(scene.base() + "/cds-services").path("services")) {
            services.add(
                    service.path("hook").asText() + " " + service.path("id").asText());
            assertFalse(service.path("description").asText().isEmpty());
            service.path("prefetch")
                    .forEach(template -> Pattern.compile("\\{\\{(.*?)}}")
                            .matcher(template.asText())
                            .results()
                            .forEach(token -> assertEquals("context.patientId", token.group(1))));
        }
        assertEquals(
                List.of(
                        "patient-view fasciculation-patient-view",
                        "order-select fasciculation-order-select",
                        "order-sign fasciculation-order-sign"),
                services);
    }

    @Test
    void e4WhatWasNotSentIsFetchedFromTheRegisteredServerWithTheCallsToken() {
        ObjectNode request = authorized("tok-1", scene.fhirServer());
        request.remove("prefetch");
        assertEquals(1, scene.cards(SERVICE, request).size());
        assertEquals(List.of("/ehr/fhir tok-1"), scene.opened);
    }

    @Test
    void e4WhatWasNotSentAndCannotBeFetchedIsAPreconditionThatFailed() {
        ObjectNode request = scene.request("patient-view", PATIENT);
        prefetch(request).remove("responses");
        HttpResponse<String> answer = scene.call(SERVICE, request);
        assertEquals(412, answer.statusCode());
        JsonNode outcome = CardScene.json(answer.body());
        assertEquals("OperationOutcome", outcome.path("resourceType").asText());
        assertTrue(outcome.path("issue").path(0).path("diagnostics").asText().contains("`responses`"));
    }

    @Test
    void e4NullIsNoDataAndIsNotMissing() {
        ObjectNode request = authorized("tok-1", scene.fhirServer());
        prefetch(request).putNull("responses").putNull("orders");
        assertEquals(List.of(), scene.cards(SERVICE, request));
        assertEquals(
                List.of(),
                scene.opened.stream().filter(path -> path.contains("Response")).toList());
    }

    @Test
    void e4AnOperationOutcomeStandsForWhatIsMissing() {
        ObjectNode request = authorized("tok-1", scene.fhirServer());
        prefetch(request).set("responses", CardScene.json(OUTCOME));
        assertEquals(1, scene.cards(SERVICE, request).size());
        request.remove("fhirAuthorization");
        assertEquals(412, scene.call(SERVICE, request).statusCode());
    }

    @Test
    void whatIsHelpfulButNotNeededMayBeOutOfReachAndTheCardSaysSo() {
        ObjectNode request = scene.request("patient-view", PATIENT);
        prefetch(request).set("medicationStatements", CardScene.json(OUTCOME));
        assertNotKnown("medication statements", scene.cards(SERVICE, request));
    }

    @Test
    void e4ABundleWithMorePagesIsReadWholeWhereWeMayAskAndTakenAsItIsWhereNot() {
        scene.store(Charted.twitching(PATIENT));
        ObjectNode request = authorized("tok-1", scene.fhirServer());
        ObjectNode page = (ObjectNode) CardScene.json("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":"
                + "[{\"relation\":\"next\",\"url\":\"https://elsewhere.example/page2\"}]}");
        prefetch(request).set("problems", page);
        assertEquals(1, scene.cards(SERVICE, request).size());
        request.remove("fhirAuthorization");
        assertNotKnown("problems", scene.cards(SERVICE, request));
    }

    private static void assertNotKnown(String what, List<JsonNode> cards) {
        assertEquals(1, cards.size());
        String detail = cards.get(0).path("detail").asText();
        assertTrue(detail.contains("Could not be read, so not known: " + what + "."), detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/fhir", "http://localhost.evil.example/ehr/fhir", "file:///etc/passwd", ""})
    void e3AServerThatIsNotRegisteredNeverSeesTheToken(String server) {
        ObjectNode request = authorized("tok-1", server);
        request.remove("prefetch");
        assertEquals(412, scene.call(SERVICE, request).statusCode());
        assertEquals(List.of(), scene.opened);
    }

    @Test
    void e3NeitherDoesTheRegisteredServerUnderAnotherPath() {
        ObjectNode request = authorized("tok-1", scene.fhirServer() + "/../other");
        request.remove("prefetch");
        assertEquals(412, scene.call(SERVICE, request).statusCode());
        assertEquals(List.of(), scene.opened);
    }

    @Test
    void e4TheChartOfAnotherPatientIsRefused() {
        ObjectNode request = scene.request("patient-view", PATIENT);
        ((ObjectNode) request.path("context")).put("patientId", "somebody-else");
        assertEquals(400, scene.call(SERVICE, request).statusCode());
    }

    @Test
    void e4OneForeignResourceAmongTheRestIsRefused() {
        ObjectNode request = scene.request("patient-view", PATIENT);
        QuestionnaireResponse foreign =
                new QuestionnaireResponse().setSubject(new Reference("https://ehr.example.org/fhir/Patient/other"));
        ArrayNode entries = prefetch(request).withObject("/responses").withArray("/entry");
        entries.addObject()
                .set(
                        "resource",
                        CardScene.json(ca.uhn.fhir.context.FhirContext.forR4Cached()
                                .newJsonParser()
                                .encodeResourceToString(foreign)));
        assertEquals(400, scene.call(SERVICE, request).statusCode());
    }

    @Test
    void aTokenForAnotherPatientIsRefused() {
        ObjectNode request = authorized("tok-1", scene.fhirServer());
        ((ObjectNode) request.path("fhirAuthorization")).put("patient", "somebody-else");
        assertEquals(400, scene.call(SERVICE, request).statusCode());
    }

    @Test
    void e6AServiceThatIsNotThereIsNotFound() {
        assertEquals(
                404,
                scene.call("static-patient-greeter", scene.request("patient-view", PATIENT))
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource({"hook, order-select", "hook, made-up", "hook, ''", "hookInstance, ''"})
    void e6AnotherHookOrNoneIsRefused(String member, String value) {
        ObjectNode request = scene.request("patient-view", PATIENT);
        request.put(member, value);
        assertEquals(400, scene.call(SERVICE, request).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "1 OR 1", "Patient/1", "1?x=y", "%2e%2e"})
    void aPatientIdThatIsNoneIsRefused(String id) {
        ObjectNode request = scene.request("patient-view", PATIENT);
        ((ObjectNode) request.path("context")).put("patientId", id);
        HttpResponse<String> answer = scene.call(SERVICE, request);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("`context.patientId`"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"hook\":\"patient-view\",\"hook\":\"order-sign\"}", "<x/>"})
    void aBodyThatIsNoCallIsRefused(String body) {
        String address = scene.service(SERVICE);
        HttpResponse<String> answer = scene.post(address, body, Optional.of(scene.signer.token(address)));
        assertEquals(400, answer.statusCode());
        assertEquals(
                "OperationOutcome",
                CardScene.json(answer.body()).path("resourceType").asText());
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        String address = scene.service(SERVICE);
        String body = "{\"hook\":\"" + "x".repeat(5_000_000) + "\"}";
        assertEquals(
                413,
                scene.post(address, body, Optional.of(scene.signer.token(address)))
                        .statusCode());
    }

    @Test
    void aBodyOfTenThousandLevelsIsRefused() {
        String address = scene.service(SERVICE);
        String body = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertEquals(
                400,
                scene.post(address, body, Optional.of(scene.signer.token(address)))
                        .statusCode());
    }

    @Test
    void aResponseThatDoesNotFitItsQuestionnaireHasNoCard() {
        ObjectNode request = scene.request("patient-view", PATIENT);
        ObjectNode response = (ObjectNode)
                prefetch(request).path("responses").path("entry").path(0).path("resource");
        response.withArray("/item").addObject().put("linkId", "no.such.item");
        assertEquals(List.of(), scene.cards(SERVICE, request));
    }

    @Test
    void aBrokenResourceAmongTheRestHidesNothingAndTheCardSaysSo() {
        ObjectNode request = scene.request("patient-view", PATIENT);
        ArrayNode entries = prefetch(request).withObject("/results").withArray("/entry");
        entries.addObject().putObject("resource").put("resourceType", "NoSuchType");
        entries.addObject()
                .putObject("resource")
                .put("resourceType", "Observation")
                .put("status", "no-such-status");
        entries.addObject()
                .putObject("resource")
                .put("resourceType", "Observation")
                .putObject("text")
                .putObject("div")
                .putObject("div")
                .put("div", "");
        entries.addObject();
        assertNotKnown("results", scene.cards(SERVICE, request));
    }

    @Test
    void e7NothingInAnAnswerIsNullOrEmptyButAnEmptyListOfCards() {
        String body =
                scene.call(SERVICE, scene.request("patient-view", PATIENT)).body();
        JsonNode cards = CardScene.json(body).path("cards");
        assertEquals(1, cards.size());
        requireFilled(cards.path(0));
        scene.store(Charted.patient("p-healthy"));
        assertEquals(
                "{\"cards\":[]}",
                scene.call(SERVICE, scene.request("patient-view", "p-healthy")).body());
    }

    private static void requireFilled(JsonNode node) {
        assertFalse(node.isNull());
        if (node.isContainerNode()) {
            assertFalse(node.isEmpty(), node::toString);
            node.forEach(CallsTest::requireFilled);
        } else {
            assertFalse(node.asText().isEmpty());
        }
    }

    @Test
    void cardsAreKeptNowhere() {
        HttpResponse<String> answer = scene.call(SERVICE, scene.request("patient-view", PATIENT));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
    }

    private ObjectNode authorized(String token, String server) {
        ObjectNode request = scene.request("patient-view", PATIENT).put("fhirServer", server);
        request.putObject("fhirAuthorization")
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "patient/*.rs")
                .put("subject", "fascicle");
        return request;
    }

    private static ObjectNode prefetch(ObjectNode request) {
        return (ObjectNode) request.path("prefetch");
    }
}
