package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The program in a process of its own under minutes of load: eight clients that store responses, have them assessed and
 * read. Memory is looked at when the first tenth has passed and at the end, the heap after a collection.
 */
record Soak(Path jar, Path example, int minutes) implements Source {
    private static final int CLIENTS = 8;
    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\} ([0-9.E]+)");

    @Override
    public String name() {
        return "Soak";
    }

    @Override
    public Map<String, Double> measure() {
        List<String> command =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString());
        Patients patients = patients();
        try (Child child = Child.start(command)) {
            Wire wire = new Wire(child.base() + "/fhir");
            wire.post("", patients.transaction());
            Map<String, Double> figures = new TreeMap<>();
            Duration tenth = Duration.ofSeconds(minutes * 6L);
            load(wire, patients, tenth);
            look(figures, child, "start");
            figures.putAll(load(wire, patients, tenth.multipliedBy(9)));
            look(figures, child, "end");
            return figures;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Patients patients() {
        try {
            return new Patients(Files.readString(example));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Double> load(Wire wire, Patients patients, Duration time) {
        return new Clients(CLIENTS, time).measure("Soak.work", () -> {
            wire.post("/QuestionnaireResponse", patients.anyones());
            wire.post(
                    "/QuestionnaireResponse/$assess",
                    "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":"
                            + patients.anyones() + "}]}");
            wire.get("/RiskAssessment?patient=Patient/bench-1");
        });
    }

    private static void look(Map<String, Double> figures, Child child, String when)
            throws IOException, InterruptedException {
        child.collect();
        TimeUnit.SECONDS.sleep(2);
        String metrics = new Wire(child.base()).get("/metrics").body();
        double heap = HEAP.matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
        figures.put("Soak.heap " + when, heap / (1 << 20));
        figures.put("Soak.resident " + when, child.resident());
    }

    @Override
    public List<Comparison> lines() {
        String early = "after the first tenth";
        String words = "after " + minutes + " minutes of load, ";
        return List.of(
                new Comparison(words + "heap in use", "MiB", "Soak.heap end", early, "Soak.heap start"),
                new Comparison(
                        words + "memory of the process", "MiB", "Soak.resident end", early, "Soak.resident start"));
    }
}
