package org.fascicle.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's certificate and its private key, as certificate authorities hand them out.
 *
 * @param certificate PEM; our own first, then those that lead to the root
 * @param key PEM, PKCS#8, not encrypted
 */
public record PemFiles(Path certificate, Path key) {
    /** What a key store in memory is sealed with says nothing; it is never written. */
    static final String PASSWORD = "in memory only";

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    /** What both files hold, to see whether they have changed. */
    record Content(byte[] certificate, byte[] key) {
        boolean isSameAs(Content other) {
            return java.util.Arrays.equals(certificate, other.certificate) && java.util.Arrays.equals(key, other.key);
        }

        @Override
        public String toString() {
            return "Content[a certificate and its key]";
        }
    }

    /** @throws IllegalArgumentException a file cannot be read */
    Content content() {
        return new Content(bytes(certificate), bytes(key));
    }

    /** @throws IllegalArgumentException naming the file, and what is wrong with it */
    KeyStore keyStore(Content content) {
        Certificate[] chain = chain(content.certificate());
        PrivateKey secret = secret(content.key(), chain[0].getPublicKey().getAlgorithm());
        requirePair(secret, chain[0].getPublicKey());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", secret, PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException | IOException unfit) {
            throw wrong(certificate, "cannot be used for TLS with `" + key + "`", unfit);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw wrong(file, "cannot be read", unreadable);
        }
    }

    private Certificate[] chain(byte[] pem) {
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .toArray(Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
        } catch (GeneralSecurityException unreadable) {
            throw wrong(certificate, "is not a certificate in PEM", unreadable);
        }
        throw new IllegalArgumentException("`" + certificate + "` holds no certificate in PEM");
    }

    private PrivateKey secret(byte[] pem, String algorithm) {
        Matcher block = KEY.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        if (!block.find()) {
            throw new IllegalArgumentException("`" + key + "` holds no `BEGIN PRIVATE KEY` (PKCS#8, not encrypted);"
                    + " `openssl pkcs8 -topk8 -nocrypt` makes one of other PEM keys");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            throw wrong(key, "is not the `" + algorithm + "` key that the certificate asks for", unfit);
        }
    }

    /** While the files are being replaced one may be new and the other old. */
    private void requirePair(PrivateKey secret, PublicKey shown) {
        try {
            Signature signature = Signature.getInstance(SIGNATURES.getOrDefault(shown.getAlgorithm(), ""));
            byte[] said = "fascicle".getBytes(StandardCharsets.US_ASCII);
            signature.initSign(secret);
            signature.update(said);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update(said);
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException unfit) {
            throw wrong(key, "is not the key of `" + certificate + "`", unfit);
        }
        throw new IllegalArgumentException("`" + key + "` is not the key of `" + certificate + "`");
    }

    private static IllegalArgumentException wrong(Path file, String rule, Exception cause) {
        return new IllegalArgumentException("`" + file + "` " + rule, cause);
    }
}
