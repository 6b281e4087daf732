package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.authority.People;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started: the practice EHR asks for a card, and a stored response is assessed. */
class ServedCardsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SERVICE = "/cds-services/fasciculation-patient-view";

    @TempDir
    Path folder;

    @Test
    void thePracticeEhrIsAnsweredWithACard() throws Exception {
        Settings settings = settings();
        try (Serving serving = Serving.start(settings, Clock.systemUTC());
                State state = State.open(
                        StatePlace.of(Optional.empty(), settings.text(Setting.STORE)),
                        Optional.empty(),
                        Clock.systemUTC())) {
            URI service = URI.create(serving.base() + SERVICE);
            String call = Files.readString(Path.of("src/test/resources/cdshooks/patient-view-with-prefetch.json"));
            HttpResponse<String> answer =
                    post(service, call, authority(settings, serving, state).hookToken(service));
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("its history was not taken"), answer.body());
            assertEquals(401, post(service, call, "x").statusCode());
        }
    }

    private static Authority authority(Settings settings, Serving serving, State state) {
        SandboxMode mode = SandboxMode.of(settings, serving.base());
        return new Authority(
                mode,
                new People(java.util.List::of, java.util.List::of),
                java.util.List.of(),
                state,
                Authority.ACCESS_LIFE,
                Clock.systemUTC());
    }

    @Test
    void aResponseThatIsStoredIsAssessedWhenTheSettingSaysSo() throws Exception {
        try (Serving serving = Serving.start(settings(), Clock.systemUTC())) {
            Path cases = Path.of("examples/cases/coffee-and-weak-hand/response.json");
            put(
                    serving,
                    "Patient/p-coffee-and-weak-hand",
                    "{\"resourceType\":\"Patient\",\"id\":\"p-coffee-and-weak-hand\"}");
            put(serving, "QuestionnaireResponse/coffee-and-weak-hand", Files.readString(cases));
            String found = "";
            for (int i = 0; i < 200 && !found.contains("\"RiskAssessment\""); i++) {
                Thread.sleep(100);
                found = get(serving, "RiskAssessment?patient=Patient/p-coffee-and-weak-hand&urgency=urgent");
            }
            assertTrue(found.contains("\"RiskAssessment\""), found);
        }
    }

    private Settings settings() {
        return Settings.from(Map.of(
                "FASCICLE_PORT", "0",
                "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("chart.db"),
                "FASCICLE_ASSESS_ON_SUBMIT", "yes"));
    }

    private static void put(Serving serving, String where, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(serving.base() + "/fhir/" + where))
                        .header("Content-Type", "application/fhir+json")
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static String get(Serving serving, String what) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(serving.base() + "/fhir/" + what))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> post(URI where, String body, String token)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(where)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
