package org.fascicle.smart.ehr;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import org.fascicle.oauth.Fields;

/** Reads the private keys that sign our assertions: a JWK, or a JWK Set whose first key signs. */
final class KeyFile {
    private static final String FIELD = "keyFile";

    private KeyFile() {}

    static Authentication.PrivateKey read(Fields fields) {
        List<JWK> keys = parse(fields);
        keys.forEach(key -> check(key, fields));
        String fitting = keys.get(0) instanceof RSAKey ? "RS384" : "ES384";
        String algorithm = fields.find("algorithm").orElse(fitting);
        if (!algorithm.equals(fitting)) {
            throw fields.wrong("algorithm", algorithm, "`" + fitting + "`, which is what the key can do");
        }
        return new Authentication.PrivateKey(() -> keys, JWSAlgorithm.parse(algorithm));
    }

    private static List<JWK> parse(Fields fields) {
        String text = fields.fileText(FIELD);
        try {
            List<JWK> keys = text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
            if (!keys.isEmpty()) {
                return List.copyOf(keys);
            }
        } catch (ParseException notAKey) {
            // Told below, like a set without keys.
        }
        throw fields.wrong(FIELD, "must name a file with a private JWK or JWK Set (RFC 7517)");
    }

    private static void check(JWK key, Fields fields) {
        if (!key.isPrivate() || key.getKeyID() == null || !isStrong(key)) {
            throw fields.wrong(
                    FIELD,
                    "must hold private keys with a `kid`: RSA of at least 2048 bits for RS384, EC P-384 for ES384");
        }
    }

    private static boolean isStrong(JWK key) {
        return key instanceof RSAKey && sizeOf(key) >= 2048
                || key instanceof ECKey curve && curve.getCurve().equals(Curve.P_384);
    }

    private static int sizeOf(JWK key) {
        try {
            return key.toRSAKey().toRSAPublicKey().getModulus().bitLength();
        } catch (JOSEException unusable) {
            return 0;
        }
    }
}
