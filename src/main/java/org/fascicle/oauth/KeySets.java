package org.fascicle.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public keys that others publish, fetched when first needed and kept a while.
 *
 * <p>A key id not seen before makes it look again, since keys rotate; not more than twice in half a minute, since
 * anyone can invent key ids.
 */
public final class KeySets {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Map<URI, JWKSource<SecurityContext>> sources = new ConcurrentHashMap<>();

    /** @param where a key set's address that the caller has found allowed */
    public JWKSource<SecurityContext> at(URI where, Outbound outbound) {
        return sources.computeIfAbsent(where, address -> source(address, outbound));
    }

    private static JWKSource<SecurityContext> source(URI where, Outbound outbound) {
        return JWKSourceBuilder.<SecurityContext>create(url(where), url -> fetch(where, outbound))
                .cache(KEPT.toMillis(), outbound.deadline().toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_LOOKS.toMillis())
                .build();
    }

    private static Resource fetch(URI where, Outbound outbound) throws IOException {
        Answer answer = outbound.get(where, "application/json, application/jwk-set+json");
        if (answer.status() != 200) {
            throw new IOException("the key set was answered with " + answer.status());
        }
        return new Resource(answer.text(), answer.contentType());
    }

    private static URL url(URI where) {
        try {
            return where.toURL();
        } catch (MalformedURLException unfit) {
            throw new IllegalArgumentException("`" + where + "` is no web address", unfit);
        }
    }
}
