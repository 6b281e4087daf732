package org.fascicle.sandbox.authority;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.KeptKeys;
import org.fascicle.oauth.Replays;
import org.fascicle.oauth.WebAddress;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.RegisteredClient.Credential;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Terms;
import org.fascicle.state.State;

/** The practice EHR's authorization server, composed and put on the listener. */
public final class Authority {
    /** How long an access token holds when nothing else is wanted. */
    public static final Duration ACCESS_LIFE = Duration.ofMinutes(10);

    private static final String FASCICLE = "fascicle";

    private final Addresses addresses;
    private final People people;
    private final KeptKeys kept;
    private final Keys keys;
    private final Ledger ledger;
    private final SignIn signIn;
    private final Mint mint;
    private final Clients clients;
    private final TokenCheck check;

    /**
     * @param mode proof that this may run here
     * @param clients who is registered; usually {@link #ourselves}
     * @param accessLife how long access tokens hold
     */
    public Authority(
            SandboxMode mode,
            People people,
            List<RegisteredClient> clients,
            State state,
            Duration accessLife,
            Clock clock) {
        this.addresses = new Addresses(mode.base());
        this.people = people;
        this.kept = new KeptKeys(state);
        this.keys = new Keys(kept);
        this.ledger = new Ledger(state);
        this.signIn = new SignIn(state, people);
        this.mint = new Mint(addresses, keys, people, accessLife, clock);
        this.clients = new Clients(clients, addresses, new Replays(state.entries(), clock), clock);
        this.check = new TokenCheck(addresses, keys, ledger, clock);
    }

    /** Fascicle as the practice EHR knows it: with a key, without one, with a secret, and as a backend service. */
    public static List<RegisteredClient> ourselves(URI base, URI keySet) {
        Set<URI> callback = Set.of(URI.create(base + "/callback"));
        Credential key = new Credential.KeySet(keySet);
        return List.of(
                new RegisteredClient(FASCICLE, "Fascicle", callback, key, JWSAlgorithm.RS256),
                new RegisteredClient(
                        "fascicle-public", "Fascicle", callback, new Credential.None(), JWSAlgorithm.ES384),
                new RegisteredClient(
                        "fascicle-secret",
                        "Fascicle",
                        callback,
                        new Credential.Secret("practice-only-secret"),
                        JWSAlgorithm.RS256),
                new RegisteredClient("fascicle-backend", "Fascicle", Set.of(), key, JWSAlgorithm.RS256));
    }

    /** The practice EHR as Fascicle knows it: one more EHR to be launched from. */
    public Ehr ehr() {
        return new Ehr(
                "Practice EHR",
                addresses.fhirBase(),
                FASCICLE,
                new Authentication.PrivateKey(
                        () -> List.of(kept.key("fascicle-at-practice", JWSAlgorithm.ES384)), JWSAlgorithm.ES384),
                Set.of(WebAddress.authority(addresses.base())),
                Terms.STANDARD.showingOrdersAt(addresses.base() + Addresses.ORDER_PAGE));
    }

    public SignIn signIn() {
        return signIn;
    }

    /** Prepares a launch of an open chart; answers the address that the clinician's browser is to be sent to. */
    public URI launch(OpenChart chart) {
        return LaunchButtonServlet.launchAddress(addresses, ledger.launch(chart));
    }

    /**
     * The claims of an access token of this server that holds now: {@code scope}, {@code client_id}, and {@code
     * patient}, {@code encounter}, {@code fhirUser} where there are.
     */
    public JWTClaimsSet check(String accessToken) throws BadToken {
        return check.check(accessToken);
    }

    /** The {@code iss} of this server's tokens, letter for letter. */
    public String issuer() {
        return addresses.issuer();
    }

    /** Where the keys are that its tokens are signed with. */
    public URI keySet() {
        return addresses.at(Addresses.KEYS);
    }

    /** A token by which the practice EHR proves itself to a CDS service, at this endpoint alone and for minutes. */
    public String hookToken(URI endpoint) {
        return mint.hook(endpoint).serialize();
    }

    public void addTo(ServletContextHandler context) {
        AuthorityPages pages = new AuthorityPages(addresses);
        GrantedTokens granted = new GrantedTokens(addresses, ledger, mint);
        Documents documents = new Documents(addresses);
        add(context, new DocumentServlet(documents::smartConfiguration), Addresses.CONFIGURATION);
        add(context, new DocumentServlet(documents::openidConfiguration), Addresses.OPENID_CONFIGURATION);
        add(context, new DocumentServlet(documents::style), Addresses.STYLE);
        add(context, new DocumentServlet(() -> keys.published().toString(true)), Addresses.KEYS);
        add(context, new AuthorizeServlet(addresses, clients, ledger, pages), Addresses.AUTHORIZE);
        add(context, new SignInServlet(addresses, signIn, people, pages), Addresses.SIGN_IN);
        HttpServlet consent = new ConsentServlet(addresses, clients, ledger, signIn, people, pages);
        add(context, consent, Addresses.CONSENT, Addresses.PATIENT);
        add(context, new TokenServlet(clients, ledger, mint, granted), Addresses.TOKEN);
        add(context, new IntrospectServlet(clients, check), Addresses.INTROSPECT);
        add(context, new RevokeServlet(clients, ledger, check), Addresses.REVOKE);
        add(context, new LaunchButtonServlet(addresses, ledger, signIn, people, pages), Addresses.LAUNCH);
    }

    private static void add(ServletContextHandler context, HttpServlet servlet, String... paths) {
        ServletHolder holder = new ServletHolder(servlet);
        for (String path : paths) {
            context.addServlet(holder, path);
        }
    }
}
