package org.fascicle.chart.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;

/**
 * The server's links to next pages, as places to go on from.
 *
 * <p>Callers hand them to their own callers, so each is signed together with the search it belongs to: nobody can make one
 * that leads to another patient. The key lives as long as this program; a page asked for after a restart is asked for anew.
 */
record NextPages(FhirServer server) {
    private static final byte[] KEY = key();
    private static final int SIGNATURE = 16;

    /** Where to go on; empty on the last page. Fault: unavailable, when the link leads away from the server. */
    Optional<String> of(Bundle bundle, String search) {
        return Optional.ofNullable(bundle.getLink(Bundle.LINK_NEXT))
                .map(link -> below(link.getUrl()))
                .map(path -> {
                    byte[] text = path.getBytes(UTF_8);
                    byte[] signed = new byte[SIGNATURE + text.length];
                    System.arraycopy(signature(path, search), 0, signed, 0, SIGNATURE);
                    System.arraycopy(text, 0, signed, SIGNATURE, text.length);
                    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
                });
    }

    /** The path below the base. Fault: malformed, when it is not ours or belongs to another search. */
    String open(String place, String search) {
        byte[] signed = decoded(place);
        if (signed.length > SIGNATURE) {
            String path = new String(signed, SIGNATURE, signed.length - SIGNATURE, UTF_8);
            byte[] given = Arrays.copyOf(signed, SIGNATURE);
            if (MessageDigest.isEqual(given, signature(path, search))) {
                return path;
            }
        }
        throw new Fault(Kind.MALFORMED, "`_after` is no place in this search; ask for the first page again");
    }

    private String below(String link) {
        try {
            URI base = URI.create(server.base() + "/");
            URI address = base.resolve(new URI(link));
            if (server.holds(address)) {
                String path =
                        address.toString().substring(server.base().toString().length());
                return path.startsWith("/") ? path.substring(1) : path;
            }
        } catch (URISyntaxException notAnAddress) {
            // Told below, like an address elsewhere.
        }
        throw new Failure(
                new Fault(
                        Kind.UNREADABLE,
                        "the FHIR server links to a next page outside its own base, which is not followed; have its"
                                + " public address corrected there"),
                Effect.REFUSED);
    }

    private static byte[] decoded(String place) {
        try {
            return Base64.getUrlDecoder().decode(place);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private byte[] signature(String path, String search) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] whole = mac.doFinal((server.base() + "\n" + search + "\n" + path).getBytes(UTF_8));
            return Arrays.copyOf(whole, SIGNATURE);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
