package org.fascicle.access.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.Set;
import org.fascicle.oauth.ExpectedToken;

/**
 * An authorization server whose signed tokens are accepted.
 *
 * @param issuer its {@code iss}, letter for letter
 * @param keySet where its keys are
 * @param audiences one of these has to be among a token's {@code aud}
 */
public record TrustedIssuer(String issuer, URI keySet, Set<String> audiences) {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384, JWSAlgorithm.RS256);
    private static final Set<JOSEObjectType> TYPES =
            Set.of(ExpectedToken.ACCESS, new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT);

    public TrustedIssuer {
        audiences = Set.copyOf(audiences);
    }

    ExpectedToken expected() {
        return new ExpectedToken(issuer, audiences, ALGORITHMS, TYPES);
    }
}
