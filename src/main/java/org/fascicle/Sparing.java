package org.fascicle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One event a second for each sender who is told to come again later: a flood must not become a flood of events. A bounded number
 * of senders is remembered.
 */
final class Sparing {
    private static final int MOST_SENDERS = 10_000;
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final Map<String, Long> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    /** @param nanos a clock that only goes forward */
    Sparing(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether this is the sender's first within a second. */
    synchronized boolean isFirst(String sender) {
        long now = nanos.getAsLong();
        Long before = last.get(sender);
        if (before != null && now - before < SECOND) {
            return false;
        }
        last.put(sender, now);
        return true;
    }
}
