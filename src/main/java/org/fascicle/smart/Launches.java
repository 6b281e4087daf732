package org.fascicle.smart;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.oauth.Scopes;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.smart.ehr.Features;
import org.fascicle.smart.exchange.Discovery;
import org.fascicle.smart.exchange.LaunchContext;
import org.fascicle.smart.exchange.Style;
import org.fascicle.smart.exchange.TokenEndpoint;
import org.fascicle.smart.exchange.User;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The launches that stand open, on every node: what a page asks for its patient, its clinician and its token. */
public final class Launches {
    private static final Logger LOG = LoggerFactory.getLogger(Launches.class);
    private static final Pattern PATH = Pattern.compile("/app/([A-Za-z0-9_-]{43})(?:/.*)?");
    private static final String FIELD = "launch";

    private final Ehrs ehrs;
    private final Shelf<Session> sessions;
    private final BrowserCookie cookie;
    private final Discovery discovery;
    private final TokenEndpoint endpoint;
    private final Renewal renewal;

    Launches(
            Ehrs ehrs,
            Shelf<Session> sessions,
            BrowserCookie cookie,
            Discovery discovery,
            TokenEndpoint endpoint,
            Renewal renewal) {
        this.ehrs = ehrs;
        this.sessions = sessions;
        this.cookie = cookie;
        this.discovery = discovery;
        this.endpoint = endpoint;
        this.renewal = renewal;
    }

    /**
     * The launch that a request to {@code /app/{handle}/…} belongs to.
     *
     * <p>Empty when there is none under that handle, when the browser is not the one that launched it, and when a
     * form's own {@code launch} field names another: a form decides by its handle whose chart it is about, never by
     * what else is open. Still found after its access has ended, until twelve hours have passed, so that a page can
     * tell whose answers it holds.
     */
    public Optional<Launch> find(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getRequestURI());
        if (!path.matches()) {
            return Optional.empty();
        }
        String handle = path.group(1);
        String field = request.getParameter(FIELD);
        return field == null || field.equals(handle) ? find(request, handle) : Optional.empty();
    }

    Optional<Launch> find(HttpServletRequest request, String handle) {
        return cookie.find(request)
                .map(browser -> new LaunchKey(browser, handle))
                .flatMap(this::find);
    }

    Optional<Launch> find(LaunchKey key) {
        return sessions.find(key.name()).map(Held::value).flatMap(session -> launch(key, session));
    }

    private Optional<Launch> launch(LaunchKey key, Session session) {
        Optional<User> user = session.user().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new User(session.user(), Optional.of(session.userName()).filter(name -> !name.isEmpty())));
        return ehrs.find(session.issuer())
                .map(ehr -> new Launch(
                        key,
                        ehr,
                        LaunchContext.of(session.context()),
                        user,
                        Features.of(Scopes.parse(session.tokens().scope())),
                        new Style(session.style())));
    }

    /** What the EHR granted to this launch; nothing when it has ended. */
    public Scopes scopes(Launch launch) {
        return sessions.find(launch.key().name())
                .map(held -> Scopes.parse(held.value().tokens().scope()))
                .orElseGet(() -> Scopes.of(List.of()));
    }

    /**
     * An access token that can be used now, renewed if it has to be. Safe to call from many requests and nodes at once.
     *
     * @throws LaunchRefused when the launch has ended, or the EHR does not answer
     */
    public String token(Launch launch) {
        return renewal.token(launch.key().name(), launch.ehr(), any -> true);
    }

    /** The same after the EHR answered 401 to a token: another than that one. */
    public String tokenOtherThan(Launch launch, String refused) {
        return renewal.token(launch.key().name(), launch.ehr(), token -> !token.equals(refused));
    }

    /** Closes it: its tokens are gone here, and revoked at the EHR where that can be done. */
    public void end(Launch launch) {
        sessions.take(launch.key().name())
                .map(Session::tokens)
                .map(tokens -> tokens.refresh().isEmpty() ? tokens.access() : tokens.refresh())
                .ifPresent(token -> revoke(launch.ehr(), token));
    }

    private void revoke(Ehr ehr, String token) {
        try {
            endpoint.revoke(ehr, discovery.of(ehr), token);
        } catch (IOException | LaunchRefused silent) {
            LOG.warn("a token could not be revoked at {}; it expires by itself", ehr.name());
        }
    }
}
