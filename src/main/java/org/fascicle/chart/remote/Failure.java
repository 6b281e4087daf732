package org.fascicle.chart.remote;

import java.time.Duration;
import java.util.Optional;
import org.fascicle.fault.Fault;

/** A request that did not succeed, with what decides whether it may be sent again. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known of a request that failed. */
    enum Effect {
        /** It was refused, and would be again. */
        REFUSED,
        /** Nothing was done; later it may work. */
        NOT_NOW,
        /** Nobody can tell from here whether it was carried out. */
        UNCERTAIN
    }

    private final Fault fault;
    private final Effect effect;
    private final transient Optional<Duration> wait;

    Failure(Fault fault, Effect effect, Optional<Duration> wait) {
        super(fault);
        this.fault = fault;
        this.effect = effect;
        this.wait = wait;
    }

    Failure(Fault fault, Effect effect) {
        this(fault, effect, Optional.empty());
    }

    Fault fault() {
        return fault;
    }

    Effect effect() {
        return effect;
    }

    /** How long the server asked us to wait. */
    Optional<Duration> pause() {
        return wait;
    }

    boolean isUncertain() {
        return effect == Effect.UNCERTAIN;
    }

    boolean isRefused() {
        return effect == Effect.REFUSED;
    }
}
