package org.fascicle.sandbox.authority;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.fascicle.oauth.ExpectedToken;

/**
 * Writes signed tokens. Access tokens follow RFC 9068 and carry the launch context, so that a FHIR server can judge
 * them alone.
 */
final class Mint {
    /** The claim that names the grant, by which a token can be withdrawn before it ends. */
    static final String GRANT = "grant";

    static final JWSAlgorithm ACCESS_SIGNED = JWSAlgorithm.ES384;

    private static final Duration IDENTITY_LIFE = Duration.ofMinutes(5);

    private final Addresses addresses;
    private final Keys keys;
    private final People people;
    private final Duration accessLife;
    private final Clock clock;

    Mint(Addresses addresses, Keys keys, People people, Duration accessLife, Clock clock) {
        this.addresses = addresses;
        this.keys = keys;
        this.people = people;
        this.accessLife = accessLife;
        this.clock = clock;
    }

    Duration accessLife() {
        return accessLife;
    }

    /** For a client on behalf of a clinician. */
    SignedJWT access(String grantId, Grant grant) {
        JWTClaimsSet.Builder claims = access(
                        grant.client(), grant.scope(), grant.chart().clinician())
                .claim(GRANT, grantId)
                .claim("fhirUser", fhirUser(grant));
        OpenChart chart = grant.chart();
        if (!chart.patient().isEmpty()) {
            claims.claim("patient", chart.patient());
        }
        if (!chart.encounter().isEmpty()) {
            claims.claim("encounter", chart.encounter());
        }
        return keys.sign(claims.build(), ExpectedToken.ACCESS, ACCESS_SIGNED);
    }

    /** For a backend service by itself. */
    SignedJWT access(String client, String scope) {
        return keys.sign(access(client, scope, client).build(), ExpectedToken.ACCESS, ACCESS_SIGNED);
    }

    private JWTClaimsSet.Builder access(String client, String scope, String subject) {
        return timed(accessLife)
                .subject(subject)
                .audience(addresses.fhirBase())
                .jwtID(new JWTID(16).getValue())
                .claim("client_id", client)
                .claim("scope", scope);
    }

    SignedJWT identity(Grant grant, JWSAlgorithm algorithm) {
        JWTClaimsSet.Builder claims = timed(IDENTITY_LIFE)
                .subject(grant.chart().clinician())
                .audience(grant.client())
                .claim("fhirUser", fhirUser(grant));
        people.findClinician(grant.chart().clinician()).ifPresent(person -> claims.claim("name", person.name()));
        if (!grant.nonce().isEmpty()) {
            claims.claim("nonce", grant.nonce());
        }
        return keys.sign(claims.build(), JOSEObjectType.JWT, algorithm);
    }

    /** For the practice EHR itself, when it calls a CDS service. */
    SignedJWT hook(URI endpoint) {
        JWTClaimsSet claims = timed(IDENTITY_LIFE)
                .audience(endpoint.toString())
                .jwtID(new JWTID(16).getValue())
                .build();
        return keys.sign(claims, JOSEObjectType.JWT, ACCESS_SIGNED);
    }

    private JWTClaimsSet.Builder timed(Duration life) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(addresses.issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    private String fhirUser(Grant grant) {
        return addresses.fhirBase() + "/Practitioner/" + grant.chart().clinician();
    }
}
