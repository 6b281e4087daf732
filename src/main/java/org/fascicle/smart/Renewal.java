package org.fascicle.smart;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.fascicle.oauth.NotSent;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.exchange.Discovery;
import org.fascicle.smart.exchange.SmartConfiguration;
import org.fascicle.smart.exchange.TokenEndpoint;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a launch's access token fresh, with each refresh token sent once at most, whoever asks on whatever node.
 *
 * <p>The node that wins the exchange first takes the refresh token out of the state, then sends it. The others wait for
 * what it puts back. If it dies, or the answer is lost, nobody sends that token again: the launch ends, and the
 * clinician opens another.
 */
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Longer than any timeout of an EHR: until then the node that renews may still come back. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final Shelf<Session> sessions;
    private final Discovery discovery;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    Renewal(Shelf<Session> sessions, Discovery discovery, TokenEndpoint endpoint, Clock clock) {
        this.sessions = sessions;
        this.discovery = discovery;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /**
     * An access token that can be used now.
     *
     * @param usable what the caller accepts besides freshness; false for a token the EHR has refused
     * @throws LaunchRefused with {@link Trouble#ENDED} when there is none and none can be had
     */
    String token(String name, Ehr ehr, Predicate<String> usable) {
        Instant deadline = Instant.now().plus(PATIENCE);
        do {
            Held<Session> seen = sessions.find(name).orElseThrow(() -> ended("it was closed or has expired"));
            Optional<String> token = step(name, ehr, seen, usable);
            if (token.isPresent()) {
                return token.get();
            }
        } while (Instant.now().isBefore(deadline));
        throw ended("another request did not finish renewing the access");
    }

    /** Empty when the state has changed or will change, and should be looked at again. */
    private Optional<String> step(String name, Ehr ehr, Held<Session> seen, Predicate<String> usable) {
        Tokens tokens = seen.value().tokens();
        Instant now = clock.instant();
        boolean accepted = usable.test(tokens.access());
        if (accepted && tokens.areFresh(now)) {
            return Optional.of(tokens.access());
        }
        if (!tokens.refresh().isEmpty()) {
            SmartConfiguration configuration = discovery.of(ehr);
            boolean won = sessions.replace(name, seen, seen.value().with(tokens.beingRenewed(now)));
            return won ? Optional.of(renew(name, ehr, configuration, tokens)) : Optional.empty();
        }
        if (accepted && tokens.areValid(now)) {
            return Optional.of(tokens.access());
        }
        if (isBeingRenewed(tokens, now)) {
            pause();
            return Optional.empty();
        }
        throw ended("the EHR's access has expired");
    }

    private static boolean isBeingRenewed(Tokens tokens, Instant now) {
        return tokens.renewing() > 0 && now.toEpochMilli() - tokens.renewing() < PATIENCE.toMillis();
    }

    private String renew(String name, Ehr ehr, SmartConfiguration configuration, Tokens before) {
        try {
            RefreshTokenGrant grant = new RefreshTokenGrant(new RefreshToken(before.refresh()));
            Tokens after = Tokens.of(endpoint.ask(ehr, configuration, grant), before.scope(), before.refresh(), clock);
            keep(name, after);
            LOG.info("access renewed at {}", ehr.name());
            return after.access();
        } catch (NotSent unreachable) {
            keep(name, before.withRefresh(before.refresh()));
            throw new LaunchRefused(Trouble.EHR_SILENT, "the token endpoint cannot be reached");
        } catch (IOException | LaunchRefused failed) {
            keep(name, before.withRefresh(""));
            LOG.warn("access could not be renewed at {}", ehr.name());
            throw ended("the EHR did not renew its access");
        }
    }

    /** Only the node that renews writes; the session may have been closed meanwhile, and stays so. */
    private void keep(String name, Tokens tokens) {
        sessions.find(name)
                .ifPresent(seen -> sessions.replace(name, seen, seen.value().with(tokens)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ended("interrupted while waiting for the access to be renewed");
        }
    }

    private static LaunchRefused ended(String why) {
        return new LaunchRefused(Trouble.ENDED, why);
    }
}
