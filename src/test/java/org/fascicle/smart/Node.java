package org.fascicle.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.http.Listener;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;

/** One node of Fascicle with the launch door and a page of the test's own at {@code /app/…}. */
public final class Node implements AutoCloseable {
    private final Listener listener;
    private final State state;
    private final SmartDoor door;
    final URI base;
    /** What the test's page was asked to write: subject of the launch, text. */
    final List<String> written = new CopyOnWriteArrayList<>();

    private Node(Listener listener, State state, SmartDoor door, URI base) {
        this.listener = listener;
        this.state = state;
        this.door = door;
        this.base = base;
    }

    public static Node start(Path directory, Ehr... ehrs) {
        return start(embedded(directory), Clock.systemUTC(), Optional.empty(), ehrs);
    }

    static StatePlace embedded(Path directory) {
        return StatePlace.at("jdbc:sqlite:" + directory.resolve("state.db"));
    }

    /** @param base the public address, where it is not the node's own */
    static Node start(StatePlace place, Clock clock, Optional<URI> base, Ehr... ehrs) {
        State state = State.open(place, Optional.empty(), clock);
        AtomicReference<Node> node = new AtomicReference<>();
        AtomicReference<SmartDoor> door = new AtomicReference<>();
        Listener listener = Listener.start("localhost", 0, (context, port) -> {
            door.set(new SmartDoor(
                    base.orElse(URI.create("http://localhost:" + port)), new Ehrs(List.of(ehrs)), state, clock));
            door.get().addTo(context);
            context.addServlet(new ServletHolder(new ProbePage(door.get().launches(), node)), "/app/*");
        });
        URI own = URI.create("http://localhost:" + listener.port());
        node.set(new Node(listener, state, door.get(), own));
        return node.get();
    }

    public Launches launches() {
        return door.launches();
    }

    public State state() {
        return state;
    }

    String launchAddress(String issuer, String launch) {
        return base + "/launch?iss=" + encoded(issuer) + "&launch=" + encoded(launch);
    }

    /** As far as the EHR's authorization page. */
    public Page begin(Browser browser, ScriptedEhr ehr) {
        return browser.follow(browser.get(launchAddress(ehr.fhirBase(), "xyz")), ehr.origin());
    }

    URI callback(String query) {
        return URI.create(base + "/callback?" + query);
    }

    /** From the EHR's authorization page back to us with a code. */
    public Page comeBack(Browser browser, Page begun) {
        return browser.get(
                callback("code=code-1&state=" + begun.redirectParameters().get("state")));
    }

    /** The launch that a callback opened. */
    public Launch launchOf(Browser browser, Page opened) {
        String handle = opened.location().getPath().split("/")[2];
        return launches()
                .find(new LaunchKey(browser.cookies().get("fascicle"), handle))
                .orElseThrow();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        listener.close();
        state.close();
    }

    /** Says whose chart it is, and writes a note into that chart if the form means the same patient. */
    private static final class ProbePage extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Launches launches;
        private final transient AtomicReference<Node> node;

        ProbePage(Launches launches, AtomicReference<Node> node) {
            this.launches = launches;
            this.node = node;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Optional<Launch> launch = launches.find(request);
            try {
                if (launch.isPresent() && "renew".equals(request.getParameter("do"))) {
                    launches.token(launch.get());
                }
                response.setStatus(launch.isPresent() ? 200 : 401);
                response.getWriter().write(launch.map(Launch::subject).orElse("nobody"));
            } catch (LaunchRefused refused) {
                response.setStatus(refused.trouble().status());
            }
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            Optional<Launch> launch = launches.find(request);
            String subject = request.getParameter("subject");
            if (launch.isEmpty() || !launch.get().isAbout(subject)) {
                response.setStatus(403);
                return;
            }
            node.get().written.add(launch.get().subject() + ' ' + request.getParameter("text"));
        }
    }
}
