package org.fascicle;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.fascicle.audit.AuditTrail;
import org.fascicle.chart.remote.RemoteCharts;
import org.fascicle.http.Guards;
import org.fascicle.http.Listener;
import org.fascicle.http.Sender;
import org.fascicle.operating.Meters;
import org.fascicle.operating.OperatingDoor;
import org.fascicle.operating.Probe;
import org.fascicle.state.Key;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;

/**
 * The program as a server: what it keeps, and the {@link Doors} on one address. Closing it finishes the requests under way,
 * then closes what was opened, last first.
 */
public final class Serving implements AutoCloseable {
    private static final Key PROBE = new Key("probe", "ready");

    private final Deque<Runnable> opened = new ArrayDeque<>();
    private Listener listener;
    private URI base;

    private Serving() {}

    /**
     * Starts serving.
     *
     * @throws IllegalArgumentException a setting is wrong
     * @throws IllegalStateException it cannot run so, or cannot listen
     */
    public static Serving start(Settings settings, Clock clock) {
        Serving serving = new Serving();
        try {
            serving.open(settings, clock);
            return serving;
        } catch (RuntimeException refused) {
            serving.close();
            throw refused;
        }
    }

    private void open(Settings settings, Clock clock) {
        Admission.requireComplete(settings);
        Expertise expertise = Expertise.under(settings.limits());
        expertise.read();
        StatePlace place = StatePlace.of(settings.find(Setting.STATE), settings.text(Setting.STORE));
        State state = State.open(place, settings.find(Setting.SECRET), clock);
        opened.push(state::close);
        RemoteCharts charts = new RemoteCharts(state, clock);
        Store store = Store.open(settings, charts, clock);
        opened.push(store.chart()::close);
        AuditTrail trail = new AuditTrail(state.journal(), place.beside("-audit"), clock);
        opened.push(trail::close);
        Kept kept = new Kept(store.chart(), charts, state, trail);
        Meters meters = new Meters();
        opened.push(meters::close);
        OperatingDoor operating = new OperatingDoor(probes(store, state), meters, clock);
        listener = Listener.start(
                settings.text(Setting.HOST), settings.port(), settings.certificate(), (context, port) -> {
                    base = Addressed.base(settings, port);
                    operating.addTo(context);
                    new DoorRecorder(trail::record, new Sender(settings.words(Setting.TRUSTED_PROXY))).addTo(context);
                    guards(settings, base).addTo(context);
                    new Doors(settings, expertise, base, kept, clock).addTo(context, meters);
                });
        opened.push(listener::close);
        opened.push(Watching.start(settings, expertise, store.chart(), state, clock)::close);
    }

    private static Guards guards(Settings settings, URI base) {
        return new Guards(
                "https".equals(base.getScheme()),
                new Sender(settings.words(Setting.TRUSTED_PROXY)),
                settings.rate(),
                settings.number(Setting.AT_ONCE, 1, 190),
                settings.words(Setting.ORIGINS));
    }

    /** What has to work for us to work. */
    private static List<Probe> probes(Store store, State state) {
        return List.of(
                new Probe("store", store.check()),
                new Probe("state", () -> state.entries().put(PROBE, "ready", Duration.ofMinutes(1))));
    }

    /** Our own address as browsers and EHRs see it, without a slash at the end. */
    public URI base() {
        return base;
    }

    /** Waits until the server stops. */
    public void join() throws InterruptedException {
        listener.join();
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }
}
