package org.fascicle.smart;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.oauth.KeySets;
import org.fascicle.oauth.WebAddress;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.smart.exchange.ClientProof;
import org.fascicle.smart.exchange.Discovery;
import org.fascicle.smart.exchange.IdentityTokens;
import org.fascicle.smart.exchange.TokenEndpoint;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;

/** Everything about launching, composed and put on the listener. */
public final class SmartDoor {
    /** Where our public keys are, below our own address. */
    public static final String KEY_SET = "/.well-known/jwks.json";

    private static final Duration TO_COME_BACK = Duration.ofMinutes(10);
    private static final Duration SESSION = Duration.ofHours(12);

    private final URI base;
    private final Ehrs ehrs;
    private final BrowserCookie cookie;
    private final Discovery discovery;
    private final Shelf<Pending> pendings;
    private final Shelf<Session> sessions;
    private final Completion completion;
    private final Launches launches;

    /**
     * @param base our own address as browsers and EHRs see it, without a slash at the end
     * @throws IllegalArgumentException when the address is neither https nor this machine
     */
    public SmartDoor(URI base, Ehrs ehrs, State state, Clock clock) {
        this.base = fit(base);
        this.ehrs = ehrs;
        cookie = new BrowserCookie(base);
        discovery = new Discovery(clock);
        pendings = state.shelf("launching", Pending.class, TO_COME_BACK);
        sessions = state.shelf("launch", Session.class, SESSION);
        TokenEndpoint endpoint = new TokenEndpoint(new ClientProof(URI.create(base + KEY_SET), clock));
        completion = new Completion(endpoint, new IdentityTokens(new KeySets()), clock);
        Renewal renewal = new Renewal(sessions, discovery, endpoint, clock);
        launches = new Launches(ehrs, sessions, cookie, discovery, endpoint, renewal);
    }

    private static URI fit(URI base) {
        if (!WebAddress.isFit(base) || base.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "`FASCICLE_BASE_URL` is `" + base + "`; it must be an https address without a slash at the end");
        }
        return base;
    }

    /** What pages ask. */
    public Launches launches() {
        return launches;
    }

    public void addTo(ServletContextHandler context) {
        LaunchPages pages = new LaunchPages(base);
        Beginning beginning = new Beginning(base, discovery, pendings);
        Return returns = new Return(base, ehrs, discovery, pendings, sessions, completion);
        ServletHolder callback = new ServletHolder(new CallbackServlet(base, ehrs, cookie, returns, pages, launches));
        context.addServlet(new ServletHolder(new LaunchServlet(base, ehrs, cookie, beginning, pages)), "/launch");
        context.addServlet(callback, "/callback");
        context.addServlet(callback, "/callback/*");
        context.addServlet(new ServletHolder(new LogoutServlet(launches, pages)), "/logout");
        context.addServlet(new ServletHolder(new KeySetServlet(ehrs)), KEY_SET);
    }
}
