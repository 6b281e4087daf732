package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fascicle.cdshooks.feedback.Remembered;
import org.fascicle.cdshooks.feedback.Whose;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackTest {
    private static final String SERVICE = "fasciculation-patient-view";
    private static final String PATIENT = "p-coffee-and-weak-hand";
    private static final Whose WHOSE = new Whose("Example EHR", PATIENT);
    private static final String OVERRIDDEN = "{\"feedback\":[{\"card\":\"%s\",\"outcome\":\"overridden\","
            + "\"overrideReason\":{\"reason\":{\"code\":\"discussed-with-neurology\",\"system\":"
            + "\"https://fascicle.example/fhir/CodeSystem/fasciculation-override-reason\"},"
            + "\"userComment\":\"<b>seen</b> on Monday\"},\"outcomeTimestamp\":\"2026-11-21T09:05:00Z\"}]}";

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
    void whatWasSaidToACardIsKeptWithItsReason() {
        assertEquals(200, tell(OVERRIDDEN.formatted(card())).statusCode());
        Remembered line = scene.door().history(WHOSE).get(0);
        assertEquals("unassessed", line.rule());
        assertEquals("overridden", line.feedback().outcome());
        assertEquals("discussed-with-neurology", line.feedback().reason());
        assertEquals("<b>seen</b> on Monday", line.feedback().comment());
        assertEquals("2026-11-21T09:05Z", line.feedback().at());
    }

    @Test
    void aLaunchFromTheSameEhrFindsWhatWasSaid() {
        tell(OVERRIDDEN.formatted(card()));
        assertEquals(1, scene.door().history(scene.fhirServer(), PATIENT).size());
        assertEquals(1, scene.door().history(scene.fhirServer() + "/", PATIENT).size());
        assertEquals(List.of(), scene.door().history("https://other.example/fhir", PATIENT));
    }

    @Test
    void acceptedSuggestionsAreKept() {
        JsonNode card = scene.patientView(PATIENT).get(0);
        String suggestion = card.path("suggestions").path(0).path("uuid").asText();
        tell("{\"feedback\":[{\"card\":\"" + card.path("uuid").asText()
                + "\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{\"id\":\"" + suggestion
                + "\"}],\"outcomeTimestamp\":\"2026-11-21T09:05:00Z\"}]}");
        Remembered line = scene.door().history(WHOSE).get(0);
        assertEquals("accepted", line.feedback().outcome());
        assertEquals(List.of(suggestion), line.feedback().suggestions());
    }

    @Test
    void e6RepeatedFeedbackIsOneLineOfTheHistory() {
        String card = card();
        tell(OVERRIDDEN.formatted(card));
        assertEquals(200, tell(OVERRIDDEN.formatted(card)).statusCode());
        assertEquals(1, scene.door().history(WHOSE).size());
    }

    @Test
    void e6FeedbackToACardThatWasNeverShownIsRefused() {
        HttpResponse<String> answer = tell(OVERRIDDEN.formatted("6c2d7c3e-9b3a-4a53-8b3e-000000000000"));
        assertEquals(404, answer.statusCode());
        assertEquals(List.of(), scene.door().history(WHOSE));
    }

    @Test
    void feedbackToACardOfAnotherServiceIsRefused() {
        String address = scene.service("fasciculation-order-sign/feedback");
        HttpResponse<String> answer =
                scene.post(address, OVERRIDDEN.formatted(card()), Optional.of(scene.signer.token(address)));
        assertEquals(404, answer.statusCode());
    }

    @Test
    void feedbackThatSaysNothingIsRefused() {
        assertEquals(400, tell("{\"feedback\":[]}").statusCode());
        assertEquals(
                400,
                tell("{\"feedback\":[{\"card\":\"x\",\"outcome\":\"shrugged\"}]}")
                        .statusCode());
        assertEquals(400, tell("{}").statusCode());
    }

    @Test
    void e8WhatWasDeclinedIsNotBroughtUpAgainForThirtyDays() {
        tell(OVERRIDDEN.formatted(card()));
        assertEquals(List.of(), scene.patientView(PATIENT));
        scene.clock.forward(Duration.ofDays(29));
        assertEquals(List.of(), scene.patientView(PATIENT));
        scene.clock.forward(Duration.ofDays(2));
        assertEquals(1, scene.patientView(PATIENT).size());
    }

    @Test
    void e8WhatWasDeclinedIsBroughtUpWhenTheAnswersHaveChanged() {
        tell(OVERRIDDEN.formatted(card()));
        scene.store(scene.chart
                .read(new Key("QuestionnaireResponse", "coffee-and-weak-hand"))
                .as(QuestionnaireResponse.class)
                .setStatus(QuestionnaireResponseStatus.AMENDED));
        assertEquals(1, scene.patientView(PATIENT).size());
    }

    @Test
    void theSameMomentShowsTheSameCard() {
        assertEquals(card(), card());
    }

    @Test
    void neitherCommentNorPatientIsReadableInTheStateOnDisk() throws Exception {
        tell(OVERRIDDEN.formatted(card()));
        for (String file : List.of("state.db", "state.db-wal")) {
            String disk = new String(
                    java.nio.file.Files.readAllBytes(folder.resolve(file)),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            assertTrue(!disk.contains("Monday") && !disk.contains(PATIENT), file);
        }
    }

    private String card() {
        return scene.patientView(PATIENT).get(0).path("uuid").asText();
    }

    private HttpResponse<String> tell(String body) {
        String address = scene.service(SERVICE + "/feedback");
        return scene.post(address, body, Optional.of(scene.signer.token(address)));
    }
}
