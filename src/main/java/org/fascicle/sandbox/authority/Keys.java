package org.fascicle.sandbox.authority;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fascicle.oauth.KeptKeys;

/** The server's signing keys, one for each algorithm, made when first needed. */
final class Keys {
    private final KeptKeys kept;
    private final Map<JWSAlgorithm, JWK> known = new ConcurrentHashMap<>();

    Keys(KeptKeys kept) {
        this.kept = kept;
    }

    SignedJWT sign(JWTClaimsSet claims, JOSEObjectType type, JWSAlgorithm algorithm) {
        JWK key = key(algorithm);
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(type)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("our own key does not sign", impossible);
        }
        return token;
    }

    /** The public halves, for anyone. */
    JWKSet published() {
        return new JWKSet(List.of(key(JWSAlgorithm.ES384), key(JWSAlgorithm.RS256))).toPublicJWKSet();
    }

    private JWK key(JWSAlgorithm algorithm) {
        return known.computeIfAbsent(algorithm, missing -> kept.key("practice-" + missing.getName(), missing));
    }
}
