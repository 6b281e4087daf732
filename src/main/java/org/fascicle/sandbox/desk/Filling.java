package org.fascicle.sandbox.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fascicle.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ward being brought in beside everything else, so that the server answers at once; who opens a page of the ward
 * meanwhile waits for it.
 */
final class Filling {
    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int PATIENCE_SECONDS = 60;

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** Begins; once. */
    void begin(Runnable fill) {
        Thread thread = new Thread(() -> run(fill), "ward");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable fill) {
        try {
            fill.run();
        } catch (Fault stopped) {
            LOG.warn("the ward is not complete and will be at the next start: {}", stopped.getMessage());
        } finally {
            done.complete(null);
        }
    }

    /** Waits until the ward is there, or for a minute. */
    void await() {
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException incomplete) {
            LOG.warn("a page is shown before the ward is complete");
        }
    }
}
