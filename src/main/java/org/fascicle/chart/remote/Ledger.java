package org.fascicle.chart.remote;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Handles;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;

/**
 * What has been begun on a server without transactions, kept sealed in the state until it is finished. Whoever carries it
 * out says so from step to step; when he falls silent, another takes over.
 */
final class Ledger {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Shelf<Pending> shelf;
    private final String server;
    private final String owner;
    private final Clock clock;

    Ledger(State state, FhirServer server, String owner, Clock clock) {
        this.shelf = state.shelf("transaction", Pending.class, KEPT);
        this.server = server.base().toString();
        this.owner = owner;
        this.clock = clock;
    }

    Held<Pending> open(String bundle, int entries) {
        String name = Handles.fresh();
        shelf.put(name, new Pending(name, server, owner, bundle, Collections.nCopies(entries, ""), -1, lease()));
        return seen(name);
    }

    /** What others, or this program before it ended, left unfinished. */
    List<Held<Pending>> abandoned() {
        return shelf.all().stream()
                .filter(held -> held.value().server().equals(server)
                        && held.value().owner().equals(owner)
                        && held.value().until() < clock.millis())
                .toList();
    }

    Held<Pending> begin(Held<Pending> seen, int entry) {
        return replace(seen, seen.value().begin(entry, lease()));
    }

    Held<Pending> finish(Held<Pending> seen, int entry, String location) {
        return replace(seen, seen.value().finish(entry, location, lease()));
    }

    /** Lets the next one who comes take it over at once. */
    void leave(Held<Pending> seen) {
        shelf.replace(seen.value().name(), seen, seen.value().leave());
    }

    void close(Held<Pending> seen) {
        shelf.take(seen.value().name());
    }

    private Held<Pending> replace(Held<Pending> seen, Pending next) {
        if (!shelf.replace(next.name(), seen, next)) {
            throw new Fault(
                    Kind.CONFLICT, "another node is carrying this transaction out; read the chart again in a moment");
        }
        return seen(next.name());
    }

    private Held<Pending> seen(String name) {
        return shelf.find(name)
                .orElseThrow(() -> new Fault(
                        Kind.UNAVAILABLE, "the state (`FASCICLE_STATE`) lost a transaction that is under way"));
    }

    private long lease() {
        return clock.millis() + SILENCE.toMillis();
    }
}
