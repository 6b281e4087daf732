package org.fascicle.cdshooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.assessing.Assessing;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.fascicle.http.Listener;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** The door on a listener, and an EHR that calls it: it has a chart, a key, and does the prefetch as it is asked to. */
final class CardScene implements AutoCloseable {
    static final String EHR_ORIGIN = "https://chart.example.org";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final MovingClock clock = new MovingClock(Instant.parse("2026-11-21T09:00:00Z"));
    final Signer signer = new Signer(clock, JWSAlgorithm.ES384);
    final Signer rsa = new Signer(clock, JWSAlgorithm.RS256);

    /** Registered like the others, with an algorithm that is not asked for. */
    final Signer unlisted = new Signer(clock, JWSAlgorithm.ES256);

    final Chart chart;
    final Assessing assessing;
    /** Where the door opened a chart, and with which token. */
    final List<String> opened = new CopyOnWriteArrayList<>();
    /** How often the EHR's keys were asked for. */
    final AtomicInteger keysAsked = new AtomicInteger();

    private final State state;
    private final Listener listener;
    private CdsHooksDoor door;

    CardScene(Path folder) {
        chart = PracticeChart.open(folder, clock);
        assessing = PracticeChart.assessing(clock);
        state = State.open(StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db")), Optional.empty(), clock);
        listener = Listener.start("localhost", 0, (context, port) -> {
            URI base = URI.create("http://localhost:" + port);
            CdsClient ehr = new CdsClient(
                    "Example EHR",
                    Signer.ISSUER,
                    URI.create(base + "/ehr/keys"),
                    Set.of(URI.create(base + "/ehr/fhir")),
                    Set.of(EHR_ORIGIN));
            door = new CdsHooksDoor(
                    base,
                    new CdsHooksDoor.Terms(List.of(ehr), Duration.ofDays(30)),
                    assessing,
                    this::open,
                    state,
                    clock);
            door.addTo(context);
            context.addServlet(new ServletHolder(new KeysServlet(this)), "/ehr/keys");
        });
    }

    private Chart open(URI base, String token) {
        opened.add(base.getPath() + " " + token);
        return chart;
    }

    private static final class KeysServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient CardScene scene;

        KeysServlet(CardScene scene) {
            this.scene = scene;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            scene.keysAsked.incrementAndGet();
            response.setContentType("application/json");
            response.getWriter()
                    .write(new JWKSet(List.of(
                                    scene.signer.publicKey(), scene.rsa.publicKey(), scene.unlisted.publicKey()))
                            .toString());
        }
    }

    CdsHooksDoor door() {
        return door;
    }

    URI base() {
        return URI.create("http://localhost:" + listener.port());
    }

    String fhirServer() {
        return base() + "/ehr/fhir";
    }

    String service(String id) {
        return base() + "/cds-services/" + id;
    }

    /** The response and the chart of an example case, stored; answers the response's id. */
    String store(String name) {
        ExampleCase example = new ExampleCase(Path.of("examples/cases", name));
        store(Charted.patient(example.response().getSubject().getReference().substring("Patient/".length())));
        example.chart()
                .ifPresent(bundle -> bundle.getEntry().stream()
                        .map(BundleEntryComponent::getResource)
                        .forEach(this::store));
        return store(example.response());
    }

    String store(Resource resource) {
        return chart.update(resource).key().id();
    }

    /** A request as an EHR sends it, with everything prefetched from the chart. */
    ObjectNode request(String hook, String patient) {
        ObjectNode request =
                JSON.createObjectNode().put("hook", hook).put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        request.putObject("context").put("userId", "Practitioner/dr-1").put("patientId", patient);
        ObjectNode prefetch = request.putObject("prefetch");
        for (JsonNode service : get(base() + "/cds-services").path("services")) {
            service.path("prefetch")
                    .properties()
                    .forEach(template -> prefetch.set(
                            template.getKey(),
                            prefetched(template.getValue().asText().replace("{{context.patientId}}", patient))));
        }
        return request;
    }

    private JsonNode prefetched(String path) {
        Optional<Key> key = Key.fromReference(path);
        if (key.isPresent()) {
            return key.filter(patient -> !chart.search(SearchUrl.read("Patient?_id=" + patient.id()))
                            .matches()
                            .isEmpty())
                    .<JsonNode>map(patient -> json(chart.read(patient).json()))
                    .orElseGet(JSON::nullNode);
        }
        Page page = chart.search(SearchUrl.read(path));
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        for (Stored stored : page.matches()) {
            bundle.withArrayProperty("entry").addObject().set("resource", json(stored.json()));
        }
        return bundle;
    }

    /** The cards for the chart of a patient as it is now. */
    List<JsonNode> patientView(String patient) {
        return cards("fasciculation-patient-view", request("patient-view", patient));
    }

    List<JsonNode> cards(String service, JsonNode request) {
        HttpResponse<String> answer = call(service, request);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        JsonNode cards = json(answer.body()).path("cards");
        return Arrays.asList(JSON.convertValue(cards, JsonNode[].class));
    }

    HttpResponse<String> call(String service, JsonNode request) {
        return post(service(service), request.toString(), Optional.of(signer.token(service(service))));
    }

    HttpResponse<String> post(String address, String body, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return send(request.build());
    }

    JsonNode get(String address) {
        return json(send(HttpRequest.newBuilder(URI.create(address)).build()).body());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @Override
    public void close() {
        listener.close();
        state.close();
        chart.close();
    }
}
