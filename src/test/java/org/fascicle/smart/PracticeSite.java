package org.fascicle.smart;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.Settings;
import org.fascicle.http.Listener;
import org.fascicle.oauth.KeptKeys;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.authority.People;
import org.fascicle.sandbox.authority.Person;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.state.State;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;

/** Fascicle and the practice EHR on one listener, as in sandbox mode, and the clicks of a clinician. */
public final class PracticeSite implements AutoCloseable {
    private static final People PEOPLE = new People(
            () -> List.of(new Person("dr-1", "Dr. Ada <Fictional>"), new Person("dr-2", "Dr. Bo Fictional")),
            () -> List.of(new Person("p1", "Ann Example"), new Person("p2", "Ben Example")));

    private final Listener listener;
    private final Authority authority;
    private final SmartDoor door;
    private final URI base;

    private PracticeSite(Listener listener, Authority authority, SmartDoor door) {
        this.listener = listener;
        this.authority = authority;
        this.door = door;
        this.base = URI.create("http://localhost:" + listener.port());
    }

    /** How Fascicle proves itself to the practice EHR. */
    public enum Kind {
        ES384("fascicle"),
        RS384("fascicle"),
        PUBLIC("fascicle-public"),
        SECRET("fascicle-secret");

        private final String client;

        Kind(String client) {
            this.client = client;
        }
    }

    public static PracticeSite start(State state, Kind kind, Clock clock) {
        AtomicReference<Authority> authority = new AtomicReference<>();
        AtomicReference<SmartDoor> door = new AtomicReference<>();
        Listener listener = Listener.start("localhost", 0, (context, port) -> {
            URI base = URI.create("http://localhost:" + port);
            SandboxMode mode = SandboxMode.of(Settings.from(Map.of()), base);
            authority.set(new Authority(
                    mode,
                    PEOPLE,
                    Authority.ourselves(base, URI.create(base + SmartDoor.KEY_SET)),
                    state,
                    Authority.ACCESS_LIFE,
                    clock));
            authority.get().addTo(context);
            door.set(new SmartDoor(
                    base, new Ehrs(List.of(as(kind, authority.get().ehr(), state))), state, clock));
            door.get().addTo(context);
            context.addServlet(new ServletHolder(new SubjectPage(door.get().launches())), "/app/*");
        });
        return new PracticeSite(listener, authority.get(), door.get());
    }

    private static Ehr as(Kind kind, Ehr ehr, State state) {
        Authentication authentication = switch (kind) {
            case ES384 -> ehr.authentication();
            case RS384 ->
                new Authentication.PrivateKey(
                        () -> List.of(new KeptKeys(state).key("rs384", JWSAlgorithm.RS384)), JWSAlgorithm.RS384);
            case PUBLIC -> new Authentication.None();
            case SECRET -> new Authentication.Secret("practice-only-secret");
        };
        return new Ehr(ehr.name(), ehr.issuer(), kind.client, authentication, ehr.hosts(), ehr.terms());
    }

    public URI base() {
        return base;
    }

    public URI at(String path) {
        return URI.create(base + path);
    }

    public Authority authority() {
        return authority;
    }

    public Launches launches() {
        return door.launches();
    }

    /** Signs in and presses the launch button of that patient's chart; as far as the consent page. */
    public Page press(Browser browser, String clinician, Map<String, String> chart) {
        browser.post(at("/authority/sign-in"), Map.of("clinician", clinician));
        return browser.follow(browser.post(at("/authority/launch"), chart));
    }

    /** Presses Allow, with all boxes that are ticked but these. */
    public Page allow(Browser browser, Page consent, Set<String> without) {
        List<String> fields = new ArrayList<>();
        fields.add("decision=allow");
        fields.add("request=" + consent.hidden("request"));
        boxes(consent).stream()
                .filter(scope -> !without.contains(scope))
                .forEach(scope -> fields.add("scope=" + Node.encoded(scope)));
        return browser.post(at("/authority/consent"), String.join("&", fields));
    }

    public static List<String> boxes(Page consent) {
        return Pattern.compile("name=\"scope\" value=\"([^\"]*)\" checked")
                .matcher(consent.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The launch whose page a browser is at. */
    public Launch launchAt(Browser browser, Page page) {
        String handle = page.address().getPath().split("/")[2];
        return launches()
                .find(new LaunchKey(browser.cookies().get("fascicle"), handle))
                .orElseThrow();
    }

    @Override
    public void close() {
        listener.close();
    }

    private static final class SubjectPage extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient Launches launches;

        SubjectPage(Launches launches) {
            this.launches = launches;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String subject = launches.find(request).map(Launch::subject).orElse("nobody");
            response.getWriter().write(subject);
        }
    }
}
