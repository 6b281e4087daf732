package org.fascicle.watch;

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
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.fhir.result.Names;
import org.fascicle.state.State;
import org.fascicle.testing.PracticeChart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that stores responses and assesses them unasked is killed at a random moment, again and again. */
class KilledWatchTest {
    private static final int KILLS = 3;
    private static final int MOST_BEFORE_A_KILL = 25;

    @TempDir
    Path folder;

    private final Random random = new Random();
    private final List<String> stored = new ArrayList<>();

    @Test
    @Tag("deep")
    void everyResponseThatWasStoredIsAssessedOnceInTheEnd() throws Exception {
        watchNothingYet();
        for (int i = 0; i < KILLS; i++) {
            runAndKill(1 + random.nextInt(MOST_BEFORE_A_KILL));
        }
        assertTrue(stored.size() >= KILLS);
        try (Chart chart = PracticeChart.open(folder, Clock.systemUTC());
                State state = Watcher.state(folder);
                Watch watch = Watcher.watch(chart, state)) {
            while (state.queue("assess").size() > 0 || !isAssessed(chart)) {
                watch.round();
                Thread.sleep(100);
            }
            for (String id : stored) {
                Search own = Search.of("RiskAssessment").whereToken("identifier", Names.ASSESSMENT, id);
                assertEquals(1, chart.search(own).matches().size(), id);
            }
        }
    }

    /** Marks the place from which on changes count. */
    private void watchNothingYet() {
        try (Chart chart = PracticeChart.open(folder, Clock.systemUTC());
                State state = Watcher.state(folder);
                Watch watch = Watcher.watch(chart, state)) {
            watch.round();
        }
    }

    private boolean isAssessed(Chart chart) {
        Set<String> assessed = new HashSet<>();
        for (String id : stored) {
            Search own = Search.of("RiskAssessment").whereToken("identifier", Names.ASSESSMENT, id);
            chart.search(own).matches().forEach(found -> assessed.add(id));
        }
        return assessed.containsAll(stored);
    }

    private void runAndKill(int afterStored) throws IOException, InterruptedException {
        Process watcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                        Watcher.class.getName(),
                        folder.toString())
                .redirectError(new File("/dev/null"))
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(watcher.getInputStream(), UTF_8))) {
            int count = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.matches("stored \\S+")) {
                    stored.add(line.substring("stored ".length()));
                    count++;
                }
                if (count == afterStored) {
                    watcher.toHandle().destroyForcibly();
                }
            }
        }
        watcher.waitFor();
    }
}
