package org.fascicle.sandbox.authority;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.ExpectedToken;
import org.fascicle.oauth.SignedTokens;

/** Checks the server's own access tokens, the withdrawn ones too. */
final class TokenCheck {
    private final SignedTokens tokens;
    private final Ledger ledger;

    TokenCheck(Addresses addresses, Keys keys, Ledger ledger, Clock clock) {
        ExpectedToken expected = new ExpectedToken(
                addresses.issuer(),
                Set.of(addresses.fhirBase()),
                Set.of(Mint.ACCESS_SIGNED),
                Set.of(ExpectedToken.ACCESS));
        this.tokens = new SignedTokens(source(keys), expected, clock);
        this.ledger = ledger;
    }

    private static JWKSource<SecurityContext> source(Keys keys) {
        return (selector, context) -> selected(selector, keys);
    }

    private static List<JWK> selected(JWKSelector selector, Keys keys) {
        return selector.select(keys.published());
    }

    /** The claims of a token that holds, and whose grant was not withdrawn. */
    JWTClaimsSet check(String token) throws BadToken {
        JWTClaimsSet claims = tokens.check(token);
        Object grant = claims.getClaim(Mint.GRANT);
        if (grant instanceof String id && ledger.findGrant(id).isEmpty()) {
            throw new BadToken("it was withdrawn");
        }
        return claims;
    }
}
