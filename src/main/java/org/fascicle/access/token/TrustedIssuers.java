package org.fascicle.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.KeySets;
import org.fascicle.oauth.Outbound;
import org.fascicle.oauth.SignedTokens;

/**
 * Checks signed tokens of the issuers that are trusted, each with its own keys. An issuer that is not on the list is never
 * asked for anything.
 */
public final class TrustedIssuers implements TokenCheck {
    private final Map<String, SignedTokens> byIssuer = new HashMap<>();

    public TrustedIssuers(List<TrustedIssuer> issuers, Outbound outbound, Clock clock) {
        KeySets keys = new KeySets();
        issuers.forEach(trusted -> byIssuer.put(
                trusted.issuer(), new SignedTokens(keys.at(trusted.keySet(), outbound), trusted.expected(), clock)));
    }

    @Override
    public JWTClaimsSet check(String token) throws BadToken {
        SignedTokens tokens = byIssuer.get(issuer(token));
        if (tokens == null) {
            throw new BadToken("its issuer is not trusted here");
        }
        return tokens.check(token);
    }

    /** Whether the token says it is from one of them; it still has to be checked. */
    boolean knows(String token) {
        try {
            return byIssuer.containsKey(issuer(token));
        } catch (BadToken unreadable) {
            return false;
        }
    }

    /** Read before anything is proven, to know whose keys could prove it. */
    private static String issuer(String token) throws BadToken {
        try {
            String issuer = SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
            return issuer == null ? "" : issuer;
        } catch (ParseException notSigned) {
            throw new BadToken("it is not a signed token");
        }
    }
}
