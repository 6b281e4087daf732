package org.fascicle.cdshooks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An EHR's key and the tokens it signs. */
final class Signer {
    static final String ISSUER = "https://ehr.example.org";

    private final Clock clock;
    private final JWSAlgorithm algorithm;
    private final JWK key;

    Signer(Clock clock, JWSAlgorithm algorithm) {
        this.clock = clock;
        this.algorithm = algorithm;
        this.key = key(algorithm);
    }

    private static JWK key(JWSAlgorithm algorithm) {
        try {
            return JWSAlgorithm.Family.EC.contains(algorithm)
                    ? new ECKeyGenerator(
                                    Curve.forJWSAlgorithm(algorithm).iterator().next())
                            .keyID(algorithm.getName())
                            .generate()
                    : new RSAKeyGenerator(2048).keyID(algorithm.getName()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JWK publicKey() {
        return key.toPublicJWK();
    }

    String token(String audience) {
        return token(audience, header -> header, claims -> claims);
    }

    String token(String audience, UnaryOperator<JWSHeader.Builder> header, UnaryOperator<JWTClaimsSet.Builder> claims) {
        JWTClaimsSet.Builder usual = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(4))))
                .jwtID(UUID.randomUUID().toString());
        JWSHeader.Builder usualHeader =
                new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID());
        SignedJWT token = new SignedJWT(
                header.apply(usualHeader).build(), claims.apply(usual).build());
        try {
            token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }
}
