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
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * The server's links to next pages, as places to go on from.
 *
 * <p>Callers hand them to their own callers, so each is signed together with the search it belongs to: nobody can make one
 * that leads to another patient. The key lives as long as this program; a page asked for after a restart is asked for anew.
 */
record NextPages(FhirServer server) {
    private static final byte[] KEY = key();
    private static final int SIGNATURE = 16;
    private static final Pattern FROM_BASE = Pattern.compile("[A-Z][A-Za-z]*[/?]");

    /**
     * Where to go on; empty on the last page. Fault: unreadable, when the link leads away from the server.
     *
     * @param asked the path below the base that was asked for this page: a relative link counts from there
     */
    Optional<String> of(ForeignBundle page, String search, String asked) {
        return page.next().map(link -> below(link, asked)).map(path -> {
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

    private String below(String link, String asked) {
        try {
            URI address = address(link.strip(), asked);
            if (!link.isBlank() && server.holds(address)) {
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

    /**
     * A relative link counts from the address that was asked (RFC 3986, 5.2); one that begins with a type, as all relative
     * references of FHIR do, from the base.
     */
    private URI address(String link, String asked) throws URISyntaxException {
        if (FROM_BASE.matcher(link).lookingAt()) {
            return new URI(server.base() + "/" + link);
        }
        URI page = new URI(server.base() + (asked.isEmpty() || asked.startsWith("?") ? "" : "/") + asked);
        return link.startsWith("?")
                ? new URI(page.toString().replaceFirst("\\?.*$", "") + link)
                : page.resolve(new URI(link));
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
