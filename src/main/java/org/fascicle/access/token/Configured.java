package org.fascicle.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;
import org.fascicle.oauth.BadToken;

/** The checks the settings name: signed tokens of trusted issuers by their keys, all others by asking, where one may. */
record Configured(TrustedIssuers issuers, Optional<Introspection> introspection) implements TokenCheck {
    @Override
    public JWTClaimsSet check(String token) throws BadToken {
        return introspection.isPresent() && !issuers.knows(token)
                ? introspection.get().check(token)
                : issuers.check(token);
    }
}
