package org.fascicle.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * How many bytes of bodies may be worked on at once. A parsed body takes some thirty times its length, so without this a few
 * hundred large ones together would take all the memory; with it they take turns.
 */
final class Room {
    private static final int UNIT = 1_024;
    private static final int PARSED = 64;
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore units;
    private final int all;

    Room(long bytes) {
        all = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
        units = new Semaphore(all, true);
    }

    /** As much as the memory of this program bears. */
    static Room ofMemory() {
        return new Room(Runtime.getRuntime().maxMemory() / PARSED);
    }

    /** Waits a while for room. Fault: unavailable. */
    Share take(int bytes) {
        int wanted = Math.min(all, 1 + bytes / UNIT);
        try {
            if (units.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return () -> units.release(wanted);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Fault(Kind.UNAVAILABLE, "Too many large requests at once; try again in a moment");
    }

    /** Room taken. */
    interface Share {
        void giveBack();
    }
}
