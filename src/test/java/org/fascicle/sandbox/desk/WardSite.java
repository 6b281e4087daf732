package org.fascicle.sandbox.desk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.Settings;
import org.fascicle.chart.Chart;
import org.fascicle.http.Listener;
import org.fascicle.look.AssetServlet;
import org.fascicle.look.Assets;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.fascicle.testing.PracticeChart;

/** The practice EHR on a listener of its own: its pages and its authorization server, on a chart in a folder. */
public final class WardSite implements AutoCloseable {
    private final State state;
    private final Chart chart;
    private final Listener listener;

    private WardSite(State state, Chart chart, Listener listener) {
        this.state = state;
        this.chart = chart;
        this.listener = listener;
    }

    /** @param port 0 takes any free one */
    public static WardSite start(Path folder, int port, Clock clock) {
        return start(folder, port, clock, context -> {});
    }

    /** @param more what else is on the listener */
    public static WardSite start(Path folder, int port, Clock clock, Consumer<ServletContextHandler> more) {
        State state = State.open(StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db")), Optional.empty(), clock);
        Chart chart = PracticeChart.open(folder, clock);
        Assets assets = new Assets();
        Listener listener = Listener.start("localhost", port, (context, taken) -> {
            URI base = URI.create("http://localhost:" + taken);
            SandboxMode mode = SandboxMode.of(Settings.from(Map.of()), base);
            Authority authority = new Authority(
                    mode,
                    WardDoor.people(chart),
                    Authority.ourselves(base, URI.create(base + "/jwks.json")),
                    state,
                    Authority.ACCESS_LIFE,
                    clock);
            authority.addTo(context);
            context.addServlet(new ServletHolder(new AssetServlet(assets)), Assets.PATH + "*");
            WardDoor door = new WardDoor(mode, chart, PracticeChart::assessing, authority, assets, clock);
            door.fill();
            door.addTo(context);
            more.accept(context);
        });
        return new WardSite(state, chart, listener);
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + listener.port() + path);
    }

    public Chart chart() {
        return chart;
    }

    /** Comes to the first page, which waits for the ward, signs in there and answers the page one is led to. */
    public Page signIn(Browser browser, String clinician) {
        browser.get(at("/"));
        return browser.follow(browser.post(at("/authority/sign-in"), Map.of("clinician", clinician)));
    }

    @Override
    public void close() {
        listener.close();
        chart.close();
        state.close();
    }
}
