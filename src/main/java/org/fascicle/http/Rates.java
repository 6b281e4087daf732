package org.fascicle.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests each sender may make: so many a second over time, and a few seconds' worth at once. It remembers a
 * bounded number of senders, forgetting who has been silent the longest, and those had all of their share back anyway.
 */
final class Rates {
    private static final int MOST_SENDERS = 20_000;
    private static final int SAVED_SECONDS = 4;
    private static final double SECOND = 1e9;

    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Share> shares = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Share> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    private static final class Share {
        private double left;
        private long at;
    }

    /** @param nanos a clock that only goes forward */
    Rates(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Takes one request of this sender's share; false when nothing of it is left. */
    synchronized boolean take(String sender) {
        long now = nanos.getAsLong();
        double most = perSecond * SAVED_SECONDS;
        Share share = shares.computeIfAbsent(sender, unknown -> {
            Share whole = new Share();
            whole.left = most;
            whole.at = now;
            return whole;
        });
        share.left = Math.min(most, share.left + (now - share.at) / SECOND * perSecond);
        share.at = now;
        if (share.left < 1) {
            return false;
        }
        share.left -= 1;
        return true;
    }
}
