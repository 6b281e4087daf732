package org.fascicle.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.fascicle.state.Journal;
import org.fascicle.state.Journal.Draft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was answered before it was in the chain: kept on this machine until it is. When this machine's disk takes nothing the
 * events still wait in memory; reads are not stopped for it, and the log says so.
 */
final class Answered implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);

    private final Optional<Spool> spool;
    private int waiting;
    private boolean isBroken;

    Answered(Optional<Path> file, Journal journal) {
        spool = file.map(name -> Spool.open(name, journal));
    }

    /** Keeps it, if it is taken into the queue. */
    synchronized boolean keep(Draft draft, BooleanSupplier queued) {
        if (!queued.getAsBoolean()) {
            return false;
        }
        waiting++;
        spool.ifPresent(file -> attempt(() -> file.add(draft)));
        return true;
    }

    /** So many of these are in the chain, whose last number this is. */
    synchronized void added(int many, long head) {
        waiting -= many;
        if (waiting == 0) {
            spool.ifPresent(file -> attempt(() -> file.clear(head)));
        }
    }

    /**
     * Begins the file anew when it has become long, while nothing is added.
     *
     * @param all puts all that waits into the chain; answers its last number
     */
    synchronized void shorten(LongSupplier all) {
        if (spool.isPresent() && isLong(spool.get())) {
            long head = all.getAsLong();
            added(waiting, head);
        }
    }

    private boolean isLong(Spool file) {
        try {
            return file.isLong();
        } catch (IOException broken) {
            return false;
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    private void attempt(Step step) {
        try {
            step.take();
            isBroken = false;
        } catch (IOException failed) {
            if (!isBroken) {
                LOG.error(
                        "audit trail: reads are not kept on this machine's disk, which fails; a kill would lose some");
            }
            isBroken = true;
        }
    }

    @Override
    public synchronized void close() {
        spool.ifPresent(file -> attempt(file::close));
    }
}
