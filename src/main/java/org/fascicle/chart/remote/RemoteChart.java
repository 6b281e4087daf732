package org.fascicle.chart.remote;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * The chart on a FHIR server of someone else's. Costs nothing to open; any number of threads may use it.
 *
 * <p>Beyond the port: an answer that is lost is found out about where that can be done. Where it cannot (a plain create), the
 * fault is {@code UNAVAILABLE} and says so; nothing is sent twice in the hope that it was lost.
 */
public final class RemoteChart implements Chart {
    private final Abilities abilities;
    private final Requests requests;
    private final Searching searching;
    private final Writing writing;
    private final Optional<Sequence> sequence;

    private RemoteChart(FhirServer server, Abilities abilities, Optional<Ledger> ledger, Clock clock) {
        this.abilities = abilities;
        this.requests = Requests.to(server, clock);
        this.searching = new Searching(requests, new NextPages(server), abilities);
        this.writing = new Writing(requests, searching, abilities);
        this.sequence = ledger.map(kept -> new Sequence(requests, writing, new Twins(searching), kept));
    }

    /**
     * A chart on a server about which nothing is asked beforehand: everything is tried. {@link RemoteCharts} opens charts
     * that know what their server can do.
     *
     * @param clock tells when something was seen that the server gives no time for
     */
    public static RemoteChart open(FhirServer server, Clock clock) {
        return new RemoteChart(server, Abilities.UNKNOWN, Optional.empty(), clock);
    }

    static RemoteChart open(FhirServer server, Abilities abilities, Ledger ledger, Clock clock) {
        return new RemoteChart(server, abilities, Optional.of(ledger), clock);
    }

    /** What the server said it can do. */
    public Abilities abilities() {
        return abilities;
    }

    /** Finishes what was left unfinished, on a server without transactions. */
    void resume() {
        sequence.filter(steps -> !abilities.transacts()).ifPresent(Sequence::resume);
    }

    @Override
    public Stored read(Key key) {
        return told(() -> Patience.repeating(() -> requests.read(key)));
    }

    @Override
    public Stored read(Key key, String version) {
        if (!isVersion(version)) {
            throw new Fault(Kind.NOT_FOUND, "`" + key + "/_history/…` is not stored there; check the version");
        }
        return told(() -> Patience.repeating(() -> requests.read(key, version)));
    }

    @Override
    public Page history(Key key, int count, Optional<String> after) {
        return told(() -> Patience.repeating(() -> searching.history(key, count, after)));
    }

    @Override
    public Page search(Search search) {
        return told(() -> Patience.repeating(() -> searching.page(search)));
    }

    @Override
    public Written create(Resource resource) {
        return told(() -> writing.create(resource));
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        return told(() -> writing.create(resource, Condition.of(unlessFound, resource)));
    }

    @Override
    public Written update(Resource resource) {
        return told(() -> writing.update(requireKey(resource), resource));
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        if (!ifVersion.isEmpty() && !isVersion(ifVersion)) {
            throw new Fault(Kind.MALFORMED, "the version an update depends on must be one that was read");
        }
        return told(() -> writing.update(requireKey(resource), resource, ifVersion));
    }

    @Override
    public Written update(Resource resource, Search found) {
        return told(() -> writing.update(resource, Condition.of(found, resource)));
    }

    @Override
    public List<Written> transact(Bundle transaction) {
        return told(() -> {
            Steps steps = Steps.read(transaction);
            return abilities.transacts()
                    ? new Transacting(requests, writing).carryOut(steps)
                    : sequence.orElseThrow().carryOut(steps);
        });
    }

    @Override
    public void close() {
        // Connections are shared and close by themselves.
    }

    private static boolean isVersion(String version) {
        return version.matches("[A-Za-z0-9\\-.]{1,64}");
    }

    private static Key requireKey(Resource resource) {
        return Writing.own(resource)
                .orElseThrow(() -> new Fault(
                        Kind.MALFORMED,
                        "the `" + resource.fhirType() + "` to update has no `id`; give the one it is stored under"));
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (Failure failure) {
            throw failure.fault();
        }
    }
}
