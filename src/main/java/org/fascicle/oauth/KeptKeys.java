package org.fascicle.oauth;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;

/** Private signing keys of our own making, made when first needed and kept sealed, the same for every node. */
public final class KeptKeys {
    private static final Duration YEARS = Duration.ofDays(3650);

    private final Shelf<Kept> keys;

    public KeptKeys(State state) {
        keys = state.shelf("key", Kept.class, YEARS);
    }

    private record Kept(String jwk) {}

    /** The key of that name; of several nodes that make it at the same time, one makes it for all. */
    public JWK key(String name, JWSAlgorithm algorithm) {
        if (keys.find(name).isEmpty()) {
            keys.add(name, new Kept(made(algorithm).toJSONString()));
        }
        return keys.find(name)
                .map(Held::value)
                .map(kept -> parsed(kept.jwk()))
                .orElseThrow(() -> new IllegalStateException("the key `" + name + "` was not kept"));
    }

    private static JWK made(JWSAlgorithm algorithm) {
        try {
            return generator(algorithm)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(new Algorithm(algorithm.getName()))
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("no key can be made for " + algorithm, impossible);
        }
    }

    private static JWKGenerator<? extends JWK> generator(JWSAlgorithm algorithm) {
        return JWSAlgorithm.Family.RSA.contains(algorithm)
                ? new RSAKeyGenerator(2048)
                : new ECKeyGenerator(Curve.forJWSAlgorithm(algorithm).iterator().next());
    }

    private static JWK parsed(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException unreadable) {
            throw new IllegalStateException("a kept key cannot be read", unreadable);
        }
    }
}
