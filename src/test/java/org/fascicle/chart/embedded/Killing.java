package org.fascicle.chart.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes under load from several threads is killed at a random moment, again and again. Whatever it had
 * acknowledged is there afterwards, and no transaction is there in part.
 */
abstract class Killing {
    @TempDir
    Path folder;

    private final Random random = new Random();
    private final Map<Long, Thread> killer = new HashMap<>();
    private final List<String> acknowledged = new ArrayList<>();

    final void killAndLook(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            int before = acknowledged.size();
            runAndKill(random.nextInt(1_000));
            assertTrue(acknowledged.size() > before, "nothing was written before the kill");
            try (EmbeddedChart chart = EmbeddedChart.open(url(), Clock.systemUTC(), () -> "unused")) {
                assertEverythingIsThere(chart);
                assertNoTransactionIsThereInPart(chart);
            }
        }
    }

    private void runAndKill(int millis) throws IOException, InterruptedException {
        Process scribe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                        Scribe.class.getName(),
                        url())
                .redirectError(new File("/dev/null"))
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(scribe.getInputStream(), UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.matches("(one|all|next) .*")) {
                    acknowledged.add(line);
                    killer.computeIfAbsent(scribe.pid(), pid -> killLater(scribe.toHandle(), millis));
                }
            }
        }
        scribe.waitFor();
    }

    private static Thread killLater(ProcessHandle scribe, int millis) {
        Thread killer = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            scribe.destroyForcibly();
        });
        killer.start();
        return killer;
    }

    private void assertEverythingIsThere(EmbeddedChart chart) {
        for (String line : acknowledged) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "one" -> chart.read(key(words[1]));
                case "next" -> chart.read(key(words[1]), words[2]);
                default -> {
                    for (int i = 2; i < words.length; i++) {
                        chart.read(key(words[i]));
                    }
                }
            }
        }
    }

    private static void assertNoTransactionIsThereInPart(EmbeddedChart chart) {
        Map<String, Integer> members = new HashMap<>();
        for (Stored stored : chart.searchAll(Search.of("Task").count(500))) {
            Task task = stored.as(Task.class);
            if (task.hasGroupIdentifier()) {
                members.merge(task.getGroupIdentifier().getValue(), 1, Integer::sum);
                chart.read(key(task.getPartOfFirstRep().getReference()));
            }
        }
        members.forEach((group, count) -> assertEquals(Scribe.TOGETHER, count, () -> "half a transaction: " + group));
    }

    /** The JDBC URL of where it writes. */
    abstract String url();

    private static Key key(String reference) {
        return Key.fromReference(reference).orElseThrow();
    }
}
