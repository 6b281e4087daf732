package org.fascicle.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fascicle.state.Entries;
import org.fascicle.state.Key;

/** Remembers which single-use identifiers were used, on every node, for as long as they could be used again. */
public final class Replays {
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Entries entries;
    private final Clock clock;

    public Replays(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** True once for each issuer and identifier. */
    public boolean isFirstUse(String issuer, String identifier, Instant expires) {
        Duration life = Duration.between(clock.instant(), expires).plus(SKEW);
        return entries.add(Key.digested("jti", issuer + ' ' + identifier), "", life);
    }
}
