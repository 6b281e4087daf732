package org.fascicle.bench;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.Serving;
import org.fascicle.Settings;
import org.hl7.fhir.r4.model.Bundle;

/** The whole server on loopback, on a new store, with clients in the same process, beside operations that do nothing. */
record HttpSource(Path example) implements Source {
    private static final Duration WARM = Duration.ofSeconds(1);
    private static final Duration TIME = Duration.ofSeconds(2);
    private static final int[] CLIENTS = {1, 8, 64};
    private static final Pattern STORED = Pattern.compile("/QuestionnaireResponse/([A-Za-z0-9.-]+)");
    private static final String ASSESS = "/QuestionnaireResponse/$assess";

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
            Patients patients = new Patients(Files.readString(example));
            try (Serving serving = Serving.start(settings, Clock.systemDefaultZone())) {
                Wire ours = new Wire(serving.base() + "/fhir");
                ours.post("", patients.transaction());
                String result = ours.post(ASSESS, parameters(patients.of("Patient/bench-0")))
                        .body();
                try (EmptyServer empty = new EmptyServer(bundle(result));
                        FloorStore store = new FloorStore(folder.resolve("floor.db"), patients, result)) {
                    return measure(things(ours, new Wire(empty.base()), store, patients));
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What is asked again and again. */
    private record Thing(String name, Runnable asking) {}

    private static List<Thing> things(Wire ours, Wire empty, FloorStore store, Patients patients) {
        String sent = parameters(patients.of("Patient/bench-0"));
        Queue<String> stored = new ConcurrentLinkedQueue<>();
        return List.of(
                new Thing("Http.nothing", () -> empty.get("/$nothing")),
                new Thing("Http.echo", () -> empty.post("/$echo", sent)),
                new Thing("Store.record", store::record),
                new Thing("Http.inline", () -> ours.post(ASSESS, sent)),
                new Thing("Http.questionnaire", () -> ours.get("/Questionnaire/fasciculation-history")),
                new Thing("Http.search", () -> ours.get("/RiskAssessment?patient=Patient/bench-1")),
                new Thing("Store.create", store::create),
                new Thing("Store.write", store::write),
                new Thing("Http.create", () -> stored.add(create(ours, patients.anyones()))),
                new Thing("Http.assess", () -> assess(ours, stored)));
    }

    private static Map<String, Double> measure(List<Thing> things) {
        Map<String, Double> figures = new TreeMap<>();
        for (int clients : CLIENTS) {
            for (Thing thing : things) {
                new Clients(Math.min(clients, 8), WARM).measure(thing.name(), thing.asking());
                figures.putAll(new Clients(clients, TIME).measure(thing.name(), thing.asking()));
            }
            String half = " x" + clients + " p50";
            figures.put("Floor.inline" + half, figures.get("Http.echo" + half) + figures.get("Store.record" + half));
            String per = " x" + clients + " a second";
            double store = figures.get("Store.write" + per);
            double stateless = figures.get("Http.inline" + per);
            figures.put("Floor.assess" + per, Math.min(store, stateless));
            figures.put("Floor.both" + per, 1 / (1 / store + 1 / stateless));
        }
        return figures;
    }

    private static String create(Wire ours, String response) {
        String location = ours.post("/QuestionnaireResponse", response)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Matcher stored = STORED.matcher(location);
        if (!stored.find()) {
            throw new IllegalStateException("no id in `" + location + "`");
        }
        return stored.group(1);
    }

    /** One that was not assessed before. */
    private static void assess(Wire ours, Queue<String> stored) {
        String id = stored.poll();
        if (id == null) {
            throw new IllegalStateException("more was assessed than stored; measure `create` for longer");
        }
        ours.post("/QuestionnaireResponse/" + id + "/$assess", "{\"resourceType\":\"Parameters\"}");
    }

    private static String parameters(String response) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":" + response
                + "}]}";
    }

    private static Bundle bundle(String json) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
    }

    @Override
    public List<Comparison> lines() {
        return Stream.of(1, 8, 64).flatMap(HttpSource::lines).toList();
    }

    private static Stream<Comparison> lines(int clients) {
        String p50 = " x" + clients + " p50";
        String rate = " x" + clients + " a second";
        String with = clients == 1 ? ", 1 client" : ", " + clients + " clients";
        String echo = "an empty operation of HAPI that parses the same and writes the same";
        String empty = "an empty operation of HAPI";
        return Stream.of(
                new Comparison(
                        "stateless `$assess`" + with + ", p50", "µs", "Http.inline" + p50, echo, "Http.echo" + p50),
                new Comparison(
                        "stateless `$assess`" + with + ", p50",
                        "µs",
                        "Http.inline" + p50,
                        "the same, and a line of the audit trail on the disk",
                        "Floor.inline" + p50),
                new Comparison("stateless `$assess`" + with, "1/s", "Http.inline" + rate, echo, "Http.echo" + rate),
                new Comparison(
                        "read the Questionnaire" + with + ", p50",
                        "µs",
                        "Http.questionnaire" + p50,
                        empty,
                        "Http.nothing" + p50),
                new Comparison(
                        "search a patient's results" + with + ", p50",
                        "µs",
                        "Http.search" + p50,
                        empty,
                        "Http.nothing" + p50),
                new Comparison(
                        "store a response" + with,
                        "1/s",
                        "Http.create" + rate,
                        "the store alone",
                        "Store.create" + rate),
                new Comparison(
                        "`$assess` with write-back" + with,
                        "1/s",
                        "Http.assess" + rate,
                        "the smaller of: the store alone with the same resources, stateless `$assess`",
                        "Floor.assess" + rate),
                new Comparison(
                        "`$assess` with write-back" + with,
                        "1/s",
                        "Http.assess" + rate,
                        "both of these in turn, one request's worth of each",
                        "Floor.both" + rate),
                new Comparison(
                        "`$assess` with write-back" + with + ", p50",
                        "µs",
                        "Http.assess" + p50,
                        "stateless `$assess`",
                        "Http.inline" + p50));
    }
}
