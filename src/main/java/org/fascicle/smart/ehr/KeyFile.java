package org.fascicle.smart.ehr;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.fascicle.oauth.Fields;

/** Reads the private keys that sign our assertions: a JWK, or a JWK Set whose first key signs. */
public final class KeyFile {
    private static final String FIELD = "keyFile";

    private KeyFile() {}

    /**
     * The file that a setting of its own names.
     *
     * @throws IllegalArgumentException naming the setting
     */
    public static Authentication.PrivateKey at(String setting, Path file) {
        Function<String, IllegalArgumentException> wrong =
                rule -> new IllegalArgumentException("`" + setting + "` " + rule);
        List<JWK> keys = keys(text(file, wrong), wrong);
        return new Authentication.PrivateKey(() -> keys, JWSAlgorithm.parse(fitting(keys)));
    }

    private static String text(Path file, Function<String, IllegalArgumentException> wrong) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw wrong.apply("names `" + file + "`, which cannot be read");
        }
    }

    static Authentication.PrivateKey read(Fields fields) {
        List<JWK> keys = keys(fields.fileText(FIELD), rule -> fields.wrong(FIELD, rule));
        String fitting = fitting(keys);
        String algorithm = fields.find("algorithm").orElse(fitting);
        if (!algorithm.equals(fitting)) {
            throw fields.wrong("algorithm", algorithm, "`" + fitting + "`, which is what the key can do");
        }
        return new Authentication.PrivateKey(() -> keys, JWSAlgorithm.parse(algorithm));
    }

    private static String fitting(List<JWK> keys) {
        return keys.get(0) instanceof RSAKey ? "RS384" : "ES384";
    }

    private static List<JWK> keys(String text, Function<String, IllegalArgumentException> wrong) {
        List<JWK> keys = parse(text, wrong);
        if (!keys.stream().allMatch(KeyFile::isFit)) {
            throw wrong.apply(
                    "must hold private keys with a `kid`: RSA of at least 2048 bits for RS384, EC P-384 for ES384");
        }
        return keys;
    }

    private static List<JWK> parse(String text, Function<String, IllegalArgumentException> wrong) {
        try {
            List<JWK> keys = text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
            if (!keys.isEmpty()) {
                return List.copyOf(keys);
            }
        } catch (ParseException notAKey) {
            // Told below, like a set without keys.
        }
        throw wrong.apply("must name a file with a private JWK or JWK Set (RFC 7517)");
    }

    private static boolean isFit(JWK key) {
        return key.isPrivate() && key.getKeyID() != null && isStrong(key);
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
