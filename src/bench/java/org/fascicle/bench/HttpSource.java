package org.fascicle.bench;

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
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.Serving;
import org.fascicle.Settings;

/**
 * The whole server on loopback, on a new store, with clients in the same process: what is asked for, beside a search that
 * finds nothing, which is the least the FHIR door can be asked.
 */
record HttpSource(Path cases) implements Source {
    private static final Duration WARM = Duration.ofSeconds(4);
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Pattern STORED = Pattern.compile("/QuestionnaireResponse/([A-Za-z0-9.-]+)");
    private static final Pattern PATIENT = Pattern.compile("\"Patient/([A-Za-z0-9.-]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "Http";
    }

    @Override
    public Map<String, Double> measure() {
        try {
            Path folder = Files.createTempDirectory("fascicle-bench");
            Settings settings = Settings.from(
                    Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db")));
            try (Serving serving = Serving.start(settings, Clock.systemDefaultZone())) {
                return new Asked(serving.base() + "/fhir", Files.readString(cases)).all();
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** @param response a QuestionnaireResponse as JSON */
    private record Asked(String base, String response) {

        Map<String, Double> all() {
            putPatient();
            Map<String, Runnable> things = new TreeMap<>(Map.of(
                    "Http.emptySearch", () -> get("/QuestionnaireResponse?_id=nobody"),
                    "Http.questionnaire", () -> get("/Questionnaire/fasciculation-history"),
                    "Http.create", () -> post("/QuestionnaireResponse", response),
                    "Http.inline", () -> post("/QuestionnaireResponse/$assess", parameters()),
                    "Http.createAndAssess", this::createAndAssess));
            Map<String, Double> figures = new TreeMap<>();
            things.forEach((name, asking) -> {
                new Clients(2, WARM).measure(name, asking);
                for (int clients : new int[] {1, 8, 64}) {
                    figures.putAll(new Clients(clients, TIME).measure(name, asking));
                }
            });
            return figures;
        }

        /** The patient the response is about. */
        private void putPatient() {
            Matcher patient = PATIENT.matcher(response);
            if (!patient.find()) {
                throw new IllegalStateException("the response names no patient");
            }
            String id = patient.group(1);
            send(json("/Patient/" + id)
                    .PUT(BodyPublishers.ofString("{\"resourceType\":\"Patient\",\"id\":\"" + id
                            + "\",\"gender\":\"female\",\"birthDate\":\"1979-03-02\"}"))
                    .build());
        }

        private String parameters() {
            return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":" + response
                    + "}]}";
        }

        private void createAndAssess() {
            String location = post("/QuestionnaireResponse", response)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            Matcher stored = STORED.matcher(location);
            if (!stored.find()) {
                throw new IllegalStateException("no id in `" + location + "`");
            }
            post("/QuestionnaireResponse/" + stored.group(1) + "/$assess", "{\"resourceType\":\"Parameters\"}");
        }

        private void get(String path) {
            send(HttpRequest.newBuilder(URI.create(base + path)).build());
        }

        private HttpResponse<byte[]> post(String path, String body) {
            return send(json(path).POST(BodyPublishers.ofString(body)).build());
        }

        private HttpRequest.Builder json(String path) {
            return HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/fhir+json");
        }

        private static HttpResponse<byte[]> send(HttpRequest request) {
            try {
                HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() >= 300) {
                    throw new IllegalStateException(request.uri().getPath() + " answered " + answer.statusCode());
                }
                return answer;
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
