package org.fascicle.oauth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import java.util.Set;

/**
 * What a signed token must say of itself.
 *
 * @param issuer its {@code iss}, exactly
 * @param audiences one of these is among its {@code aud}
 * @param algorithms asymmetric ones; anything else, {@code none} above all, is refused
 * @param types its {@code typ}; one of these
 */
public record ExpectedToken(
        String issuer, Set<String> audiences, Set<JWSAlgorithm> algorithms, Set<JOSEObjectType> types) {

    /** The {@code typ} of an access token (RFC 9068). */
    public static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

    public ExpectedToken {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        types = Set.copyOf(types);
    }
}
