package org.fascicle.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import org.fascicle.oauth.BadToken;

/** Says what a token claims, if it holds: by its signature, by asking its issuer, or because it is our own. */
@FunctionalInterface
public interface TokenCheck {
    /** @throws BadToken when it does not hold, or cannot be checked */
    JWTClaimsSet check(String token) throws BadToken;
}
