package org.fascicle.chart.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens charts on FHIR servers of others, knowing what each server can do and what was left unfinished there. One for the
 * whole program.
 */
public final class RemoteCharts {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteCharts.class);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration KEPT_SILENCE = Duration.ofMinutes(1);

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final State state;
    private final Clock clock;

    public RemoteCharts(State state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    private record Known(Abilities abilities, Instant until) {}

    /**
     * A chart there; what this owner left unfinished is finished first.
     *
     * @param owner whose access is used: {@code Patient/…} of a launch, or a name for the program's own
     */
    public RemoteChart open(FhirServer server, String owner) {
        Ledger ledger = new Ledger(state, server, owner, clock);
        RemoteChart chart = RemoteChart.open(server, abilities(server), ledger, clock);
        chart.resume();
        return chart;
    }

    /** What the server says it can do; {@link Abilities#UNKNOWN} when it does not say. Fault: not supported. */
    public Abilities abilities(FhirServer server) {
        String base = server.base().toString();
        Known kept = known.get(base);
        if (kept == null || clock.instant().isAfter(kept.until())) {
            kept = ask(server);
            known.put(base, kept);
        }
        return kept.abilities();
    }

    private Known ask(FhirServer server) {
        try {
            Requests requests = Requests.to(server, clock);
            Abilities abilities = Abilities.of(Patience.repeating(requests::capabilities));
            abilities.shortcomings().forEach(words -> LOG.info("{} {}", server, words));
            return new Known(abilities, clock.instant().plus(KEPT));
        } catch (Failure silent) {
            Fault fault = silent.fault();
            LOG.warn("{} does not say what it can do, so everything is tried: {}", server, fault.getMessage());
            if (fault.kind() == Kind.NOT_SUPPORTED) {
                throw fault;
            }
            return new Known(Abilities.UNKNOWN, clock.instant().plus(KEPT_SILENCE));
        }
    }
}
