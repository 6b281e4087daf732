package org.fascicle.state;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Encrypts what is kept: a JWE with the key itself ({@code dir}, {@code A256GCM}).
 *
 * <p>A sealed text names the place it was written for, under the seal: moved to another place it does not open.
 */
final class Seal {
    private static final String PLACE = "place";

    private final SecretKey key;

    Seal(SecretKey key) {
        this.key = key;
    }

    String close(Key place, String text) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .customParam(PLACE, words(place))
                .build();
        JWEObject sealed = new JWEObject(header, new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("AES-256-GCM is not to be had in this Java", impossible);
        }
        return sealed.serialize();
    }

    /** Empty when it was sealed with another key, for another place, or not at all. */
    Optional<String> open(Key place, String text) {
        try {
            JWEObject sealed = JWEObject.parse(text);
            sealed.decrypt(new DirectDecrypter(key));
            return words(place).equals(sealed.getHeader().getCustomParam(PLACE))
                    ? Optional.of(sealed.getPayload().toString())
                    : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private static String words(Key place) {
        return place.kind() + '/' + place.name();
    }
}
