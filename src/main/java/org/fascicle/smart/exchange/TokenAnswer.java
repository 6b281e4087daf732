package org.fascicle.smart.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fascicle.oauth.Scopes;

/**
 * What a token endpoint granted.
 *
 * @param life of the access token
 * @param scopes granted; empty when the EHR says nothing, which means all that was asked (RFC 6749, 5.1)
 * @param context everything else it said: the launch context and {@code id_token}, as JSON
 */
public record TokenAnswer(
        String access, Optional<String> refresh, Duration life, Optional<Scopes> scopes, Map<String, Object> context) {

    public TokenAnswer {
        context = Map.copyOf(context);
    }

    @Override
    public String toString() {
        return "TokenAnswer[life=" + life + "]";
    }
}
