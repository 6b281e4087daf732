package org.fascicle.smart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fascicle.smart.exchange.TokenAnswer;

/**
 * A launch's tokens, as they are kept. Empty text stands for none.
 *
 * @param expires when the access token ends, in epoch milliseconds
 * @param scope granted
 * @param renewing since when a node is exchanging the refresh token, in epoch milliseconds; 0 when none is
 */
record Tokens(String access, String refresh, long expires, String scope, long renewing) {
    private static final Duration MARGIN = Duration.ofSeconds(20);

    /** What the EHR said now, over what it said before: it need not repeat a scope or a refresh token that stay. */
    static Tokens of(TokenAnswer answer, String scopeBefore, String refreshBefore, Clock clock) {
        return new Tokens(
                answer.access(),
                answer.refresh().orElse(refreshBefore),
                clock.instant().plus(answer.life()).toEpochMilli(),
                answer.scopes().map(Object::toString).orElse(scopeBefore),
                0);
    }

    /** Good for a request that takes a little while. */
    boolean areFresh(Instant now) {
        return now.plus(MARGIN).toEpochMilli() < expires;
    }

    boolean areValid(Instant now) {
        return now.toEpochMilli() < expires;
    }

    /** The same while one node alone has the refresh token in hand. */
    Tokens beingRenewed(Instant now) {
        return new Tokens(access, "", expires, scope, now.toEpochMilli());
    }

    Tokens withRefresh(String token) {
        return new Tokens(access, token, expires, scope, 0);
    }

    @Override
    public String toString() {
        return "Tokens[]";
    }
}
