package org.fascicle.cdshooks.client;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Assertions;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.ExpectedToken;
import org.fascicle.oauth.KeySets;
import org.fascicle.oauth.Outbound;
import org.fascicle.oauth.Replays;
import org.fascicle.oauth.SignedTokens;
import org.fascicle.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who calls by the signed token of the call. Whoever is not registered is refused before anything is asked of
 * anyone; a token's own word on where its keys are counts only when it is the registered one.
 *
 * @see <a href="https://cds-hooks.hl7.org/2.0/#trusting-cds-clients">trusting CDS clients</a>
 */
public final class Callers {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final Outbound OUTBOUND = new Outbound(Duration.ofSeconds(5), 100_000);
    private static final String BEARER = "Bearer ";

    /** The recommended ones, and those that EHRs and the public sandbox use. All asymmetric. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES384, JWSAlgorithm.RS384, JWSAlgorithm.RS256);

    private final List<CdsClient> clients;
    private final KeySets keySets = new KeySets();
    private final Replays replays;
    private final Clock clock;

    public Callers(List<CdsClient> clients, State state, Clock clock) {
        this.clients = List.copyOf(clients);
        this.replays = new Replays(state.entries(), clock);
        this.clock = clock;
    }

    /**
     * Who calls.
     *
     * @param authorization the header; null when there is none
     * @param endpoint the exact address of what is called, which the token must be for
     * @throws Fault when the token does not prove it
     */
    public CdsClient caller(String authorization, URI endpoint) {
        try {
            return check(Optional.ofNullable(authorization).orElse(""), endpoint);
        } catch (BadToken refused) {
            LOG.warn("a call for cards was refused: {}", refused.getMessage());
            throw new Fault(Kind.UNKNOWN_CALLER, "The call's token does not hold: " + refused.getMessage());
        }
    }

    private CdsClient check(String authorization, URI endpoint) throws BadToken {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new BadToken("there is none; send a signed token as `Authorization: Bearer`");
        }
        String token = authorization.substring(BEARER.length()).strip();
        SignedJWT unproven = parsed(token);
        CdsClient client = registered(unproven);
        requireOwnKeys(unproven, client);
        ExpectedToken expected =
                new ExpectedToken(client.issuer(), Set.of(endpoint.toString()), ALGORITHMS, Set.of(JOSEObjectType.JWT));
        SignedTokens signed = new SignedTokens(keySets.at(client.keySet(), OUTBOUND), expected, clock);
        requireTimes(new Assertions(signed, replays, clock).check(token));
        return client;
    }

    private static SignedJWT parsed(String token) throws BadToken {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException notSigned) {
            throw new BadToken("it is not a signed token");
        }
    }

    private CdsClient registered(SignedJWT unproven) throws BadToken {
        String issuer = issuer(unproven);
        return clients.stream()
                .filter(client -> client.issuer().equals(issuer))
                .findFirst()
                .orElseThrow(() -> new BadToken("its `iss` is not registered here"));
    }

    private static String issuer(SignedJWT unproven) throws BadToken {
        try {
            return Optional.ofNullable(unproven.getJWTClaimsSet().getIssuer()).orElse("");
        } catch (ParseException noClaims) {
            throw new BadToken("it holds no claims");
        }
    }

    private static void requireOwnKeys(SignedJWT unproven, CdsClient client) throws BadToken {
        URI named = unproven.getHeader().getJWKURL();
        if (named != null && !named.equals(client.keySet())) {
            throw new BadToken("its `jku` is not the registered one");
        }
    }

    private static void requireTimes(JWTClaimsSet claims) throws BadToken {
        if (claims.getIssueTime() == null) {
            throw new BadToken("it has no `iat`");
        }
    }

    /** Whether a browser page of this origin may call. */
    public boolean isOrigin(String origin) {
        return clients.stream().anyMatch(client -> client.origins().contains(origin));
    }
}
