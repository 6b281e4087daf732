package org.fascicle.operating;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What is counted. Every label has few values, all known beforehand: nothing a caller sends becomes one, so nothing of a
 * patient can.
 */
public final class Meters implements AutoCloseable {
    private static final Set<String> DOORS = Set.of(
            "fhir",
            "launch",
            "callback",
            "app",
            "cds-services",
            "authority",
            "assets",
            "about",
            "health",
            "metrics",
            "practice");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "OPTIONS", "DELETE", "PATCH");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Counts a judgement that was given to someone. */
    public void assessed(Enum<?> urgency) {
        String word = urgency.name().toLowerCase(Locale.ROOT).replace('_', '-');
        registry.counter("fascicle.assessments", "urgency", word).increment();
    }

    /** Counts an answered request, and how long it took. */
    void answered(String path, String method, int status, Duration took) {
        String first = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        Timer.builder("fascicle.requests")
                .description("answered requests")
                .tag("door", DOORS.contains(first) ? first : first.isEmpty() ? "home" : "other")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
        if (status == 401 || status == 403 || status == 413 || status == 429 || status == 503) {
            registry.counter("fascicle.refusals", "status", Integer.toString(status))
                    .increment();
        }
    }

    /** As Prometheus reads it. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
