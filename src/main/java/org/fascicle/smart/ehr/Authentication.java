package org.fascicle.smart.ehr;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.function.Supplier;

/** How we prove to an EHR that we are the client it registered. */
public sealed interface Authentication {

    /** Not at all: a public client, held together by PKCE and the redirect address. */
    record None() implements Authentication {}

    /** With a shared secret, by HTTP Basic. */
    record Secret(String secret) implements Authentication {
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    /**
     * With a signed assertion ({@code private_key_jwt}), the way SMART recommends.
     *
     * @param keys private keys; the first signs, all are published so that keys can rotate; read when first needed
     * @param algorithm {@code RS384} or {@code ES384}
     */
    record PrivateKey(Supplier<List<JWK>> keys, JWSAlgorithm algorithm) implements Authentication {
        public JWK signing() {
            return keys.get().get(0);
        }

        /** The public halves. */
        public List<JWK> published() {
            return new JWKSet(keys.get()).toPublicJWKSet().getKeys();
        }

        @Override
        public String toString() {
            return "PrivateKey[" + algorithm + "]";
        }
    }
}
