package org.fascicle.operating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.http.Listener;
import org.fascicle.testing.Browser;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Browser browser = Browser.fresh();

    @Test
    void f10_readyTellsWhenTheStoreIsGoneAndLiveGoesOn() throws IOException {
        EmbeddedChart chart = EmbeddedChart.open("jdbc:sqlite:" + folder.resolve("chart.db"), clock, () -> "n");
        try (Listener listener = listening(new Probe("store", chart::check))) {
            Page before = ask(listener, "/health/ready");
            Files.delete(folder.resolve("chart.db"));
            clock.forward(Duration.ofSeconds(2));
            Page after = ask(listener, "/health/ready");

            assertEquals("{\"status\":\"ready\",\"checks\":{\"store\":\"works\"}}", before.body());
            assertEquals(503, after.status());
            assertEquals("{\"status\":\"not ready\",\"checks\":{\"store\":\"fails\"}}", after.body());
            assertEquals(200, ask(listener, "/health/live").status());
        } finally {
            chart.close();
        }
    }

    @Test
    void f10_whatDoesNotComeBackHasFailed() {
        CountDownLatch never = new CountDownLatch(1);
        try (Listener listener = listening(new Probe("ehr", () -> await(never)))) {
            long start = System.nanoTime();

            assertEquals(503, ask(listener, "/health/ready").status());
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(8)) < 0);
        }
    }

    @Test
    void otherAddressesOfHealthAreNotThere() {
        try (Listener listener = listening(new Probe("nothing", () -> {}))) {
            assertEquals(404, ask(listener, "/health/other").status());
        }
    }

    @Test
    void whatCallersSendIsNoLabel() {
        try (Listener listener = listening(new Probe("nothing", () -> {}))) {
            ask(listener, "/Krzysztof/1979-03-14?name=Krzysztof");
            ask(listener, "/fhir/Patient/Krzysztof");
            String metrics = ask(listener, "/metrics").body();

            assertFalse(metrics.contains("Krzysztof"));
            assertTrue(
                    metrics.contains("fascicle_requests_seconds_count{door=\"fhir\",method=\"GET\",status=\"404\"} 1"),
                    metrics);
            assertTrue(
                    metrics.contains("fascicle_requests_seconds_count{door=\"other\",method=\"GET\",status=\"404\"} 1"),
                    metrics);
            assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
        }
    }

    private Listener listening(Probe probe) {
        return Listener.start(
                "127.0.0.1", 0, context -> new OperatingDoor(List.of(probe), new Meters(), clock).addTo(context));
    }

    private Page ask(Listener listener, String path) {
        return browser.get(URI.create("http://127.0.0.1:" + listener.port() + path));
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
