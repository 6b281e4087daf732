package org.fascicle.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Signed tokens by which a client says who it is, once: they live five minutes at most and hold a single time. */
public final class Assertions {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final SignedTokens tokens;
    private final Replays replays;
    private final Clock clock;

    public Assertions(SignedTokens tokens, Replays replays, Clock clock) {
        this.tokens = tokens;
        this.replays = replays;
        this.clock = clock;
    }

    /** @throws BadToken when it does not hold, lives too long, has no {@code jti}, or was used before */
    public JWTClaimsSet check(String assertion) throws BadToken {
        JWTClaimsSet claims = tokens.check(assertion);
        Instant now = clock.instant();
        if (after(claims.getExpirationTime(), now.plus(LONGEST_LIFE).plus(SKEW))) {
            throw new BadToken("it lives longer than five minutes");
        }
        if (after(claims.getIssueTime(), now.plus(SKEW))) {
            throw new BadToken("it was issued in the future");
        }
        String identifier = claims.getJWTID() == null ? "" : claims.getJWTID();
        if (identifier.isBlank()) {
            throw new BadToken("it has no `jti`");
        }
        if (!replays.isFirstUse(
                claims.getIssuer(), identifier, claims.getExpirationTime().toInstant())) {
            throw new BadToken("it was used before");
        }
        return claims;
    }

    private static boolean after(Date given, Instant limit) {
        return given != null && given.toInstant().isAfter(limit);
    }
}
