package org.fascicle.sandbox.authority;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.Assertions;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.ExpectedToken;
import org.fascicle.oauth.KeySets;
import org.fascicle.oauth.Outbound;
import org.fascicle.oauth.Replays;
import org.fascicle.oauth.SignedTokens;

/** The registered clients, and the check that a request comes from one of them. */
final class Clients {
    private static final Outbound OUTBOUND = new Outbound(Duration.ofSeconds(5), 64 * 1024);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);

    private final Map<String, RegisteredClient> byId = new LinkedHashMap<>();
    private final String tokenAddress;
    private final KeySets keySets = new KeySets();
    private final Replays replays;
    private final Clock clock;

    Clients(List<RegisteredClient> clients, Addresses addresses, Replays replays, Clock clock) {
        clients.forEach(client -> byId.put(client.id(), client));
        this.tokenAddress = addresses.at(Addresses.TOKEN).toString();
        this.replays = replays;
        this.clock = clock;
    }

    Optional<RegisteredClient> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The client that sent the request, proven in the very way it registered; a public one by name only.
     *
     * @return empty when it is unknown or the proof does not hold
     */
    Optional<RegisteredClient> sender(HTTPRequest request) {
        try {
            ClientAuthentication proof = ClientAuthentication.parse(request);
            return proof == null
                    ? named(request)
                    : find(proof.getClientID().getValue()).filter(known -> holds(known, proof));
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<RegisteredClient> named(HTTPRequest request) throws ParseException {
        Map<String, List<String>> form = form(request);
        return Optional.ofNullable(form.get("client_id"))
                .flatMap(ids -> find(ids.get(0)))
                .filter(client -> client.credential() instanceof RegisteredClient.Credential.None);
    }

    private static Map<String, List<String>> form(HTTPRequest request) throws ParseException {
        return URLUtils.parseParameters(request.getBody() == null ? "" : request.getBody());
    }

    private boolean holds(RegisteredClient client, ClientAuthentication proof) {
        if (client.credential() instanceof RegisteredClient.Credential.Secret shared
                && proof instanceof ClientSecretBasic basic) {
            return basic.getClientSecret().equals(new Secret(shared.secret()));
        }
        if (client.credential() instanceof RegisteredClient.Credential.KeySet keys
                && proof instanceof PrivateKeyJWT signed) {
            return holds(client.id(), keys.keySet(), signed);
        }
        return false;
    }

    private boolean holds(String client, URI keySet, PrivateKeyJWT signed) {
        URI named = signed.getClientAssertion().getHeader().getJWKURL();
        if (named != null && !named.equals(keySet)) {
            return false;
        }
        ExpectedToken expected =
                new ExpectedToken(client, Set.of(tokenAddress), ALGORITHMS, Set.of(JOSEObjectType.JWT));
        SignedTokens tokens = new SignedTokens(keySets.at(keySet, OUTBOUND), expected, clock);
        try {
            JWTClaimsSet claims = new Assertions(tokens, replays, clock)
                    .check(signed.getClientAssertion().serialize());
            return client.equals(claims.getSubject());
        } catch (BadToken refused) {
            return false;
        }
    }
}
