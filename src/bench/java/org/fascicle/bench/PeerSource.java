package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fascicle.Serving;
import org.fascicle.Settings;
import org.fascicle.chart.remote.Peer;

/** HAPI's JPA server and ours, asked for the same: to store a response, and to read it. */
record PeerSource(Peer peer, Path example) implements Source {
    private static final Duration WARM = Duration.ofSeconds(2);
    private static final Duration TIME = Duration.ofSeconds(2);

    static PeerSource start(Path example) throws IOException, InterruptedException {
        return new PeerSource(Peer.start(Files.createTempDirectory("fascicle-bench")), example);
    }

    @Override
    public String name() {
        return "Peer";
    }

    @Override
    public Map<String, Double> measure() {
        try {
            Path folder = Files.createTempDirectory("fascicle-bench");
            Settings settings = Settings.from(
                    Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db")));
            String response = new Patients(Files.readString(example)).of("Patient/bench-0");
            Map<String, Double> figures = new TreeMap<>();
            try (Serving serving = Serving.start(settings, Clock.systemDefaultZone())) {
                measure(figures, "Ours.", new Wire(serving.base() + "/fhir"), response);
            }
            measure(figures, "Peer.", new Wire(peer.base()), response);
            return figures;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void measure(Map<String, Double> figures, String whose, Wire wire, String response) {
        wire.put("/Patient/bench-0", Patients.patient(0));
        String location = wire.post("/QuestionnaireResponse", response)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String path =
                location.substring(location.indexOf("/QuestionnaireResponse/")).replaceFirst("/_history/.*", "");
        Map<String, Runnable> things =
                Map.of("create", () -> wire.post("/QuestionnaireResponse", response), "read", () -> wire.get(path));
        things.forEach((name, asking) -> {
            new Clients(8, WARM).measure(whose + name, asking);
            for (int clients : new int[] {1, 8}) {
                figures.putAll(new Clients(clients, TIME).measure(whose + name, asking));
            }
        });
    }

    @Override
    public List<Comparison> lines() {
        return Stream.of("create x1", "create x8", "read x1", "read x8")
                .flatMap(what -> Stream.of(line(what + " p50", "µs"), line(what + " a second", "1/s")))
                .toList();
    }

    private static Comparison line(String what, String unit) {
        return new Comparison("HAPI's JPA server: a response, " + what, unit, "Peer." + what, "ours", "Ours." + what);
    }

    @Override
    public void close() {
        peer.close();
    }
}
