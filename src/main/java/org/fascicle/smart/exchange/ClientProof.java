package org.fascicle.smart.exchange;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;

/**
 * Proves to a token endpoint who we are.
 *
 * <p>The assertion follows <a href="https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html">SMART's
 * asymmetric authentication</a>: {@code typ} and {@code kid} in the header, the token address as audience, four
 * minutes, a fresh {@code jti}.
 */
public final class ClientProof {
    private static final Duration LIFE = Duration.ofMinutes(4);

    private final Optional<URI> keySet;
    private final Clock clock;

    /** @param keySet where our public keys are published */
    public ClientProof(URI keySet, Clock clock) {
        this(Optional.of(keySet), clock);
    }

    /** @param keySet empty when the server was given the keys themselves */
    public ClientProof(Optional<URI> keySet, Clock clock) {
        this.keySet = keySet;
        this.clock = clock;
    }

    /** Empty for a public client, which only names itself. */
    Optional<ClientAuthentication> of(Ehr ehr, URI tokenEndpoint) {
        ClientID client = new ClientID(ehr.clientId());
        if (ehr.authentication() instanceof Authentication.Secret shared) {
            return Optional.of(new ClientSecretBasic(client, new Secret(shared.secret())));
        }
        if (ehr.authentication() instanceof Authentication.PrivateKey key) {
            return Optional.of(new PrivateKeyJWT(assertion(ehr.clientId(), key, tokenEndpoint)));
        }
        return Optional.empty();
    }

    private SignedJWT assertion(String client, Authentication.PrivateKey key, URI tokenEndpoint) {
        JWK signing = key.signing();
        JWSHeader.Builder header =
                new JWSHeader.Builder(key.algorithm()).type(JOSEObjectType.JWT).keyID(signing.getKeyID());
        keySet.ifPresent(header::jwkURL);
        SignedJWT assertion = new SignedJWT(header.build(), claims(client, tokenEndpoint));
        try {
            assertion.sign(new DefaultJWSSignerFactory().createJWSSigner(signing, key.algorithm()));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the key `" + signing.getKeyID() + "` cannot sign", unusable);
        }
        return assertion;
    }

    private JWTClaimsSet claims(String client, URI tokenEndpoint) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(tokenEndpoint.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(new JWTID(32).getValue())
                .build();
    }
}
