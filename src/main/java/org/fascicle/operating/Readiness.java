package org.fascicle.operating;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the program can work now. Each probe is really carried out, at most once in a second however many ask, and one
 * that does not come back in time has failed.
 */
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Probe> probes;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(Readiness::thread);
    private Map<String, Boolean> last = Map.of();
    private Instant lastAt = Instant.MIN;

    Readiness(List<Probe> probes, Clock clock) {
        this.probes = List.copyOf(probes);
        this.clock = clock;
    }

    /** Which probes succeed, by name. */
    synchronized Map<String, Boolean> results() {
        if (lastAt.plus(GOOD_FOR).isBefore(clock.instant())) {
            Map<String, Boolean> now = new LinkedHashMap<>();
            probes.forEach(probe -> now.put(probe.name(), succeeds(probe)));
            last = now;
            lastAt = clock.instant();
        }
        return last;
    }

    private boolean succeeds(Probe probe) {
        Future<?> attempt = threads.submit(probe.check());
        try {
            attempt.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            LOG.warn("`{}` does not work: {}", probe.name(), failed.getCause().getMessage());
        } catch (TimeoutException slow) {
            attempt.cancel(true);
            LOG.warn("`{}` does not answer within {} ms", probe.name(), PATIENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "probe");
        thread.setDaemon(true);
        return thread;
    }
}
