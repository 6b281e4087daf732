package org.fascicle.chart.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to go on. */
final class StepClock extends Clock {
    private final ZoneId zone;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    StepClock(ZoneId zone) {
        this.zone = zone;
    }

    StepClock() {
        this(ZoneOffset.UTC);
    }

    void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
