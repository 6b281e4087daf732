package org.fascicle.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Keeps one sender from taking the place of all others: a rate for each address and for each token, and a number of
 * requests that are worked on at once. Probes pass, so that a busy program is not taken for a dead one.
 */
final class Throttle implements Filter {
    private final Sender sender;
    private final Optional<Rates> rates;
    private final Semaphore places;

    Throttle(Sender sender, Optional<Rates> rates, int places) {
        this.sender = sender;
        this.rates = rates;
        this.places = new Semaphore(places);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (asked.getRequestURI().startsWith("/health/")) {
            chain.doFilter(request, response);
        } else if (isTooFast(asked)) {
            Refusal.write(
                    (HttpServletResponse) response,
                    429,
                    "throttled",
                    "Too many requests from one sender; wait a second");
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            Refusal.write(
                    (HttpServletResponse) response,
                    503,
                    "transient",
                    "Too many requests at once; try again in a second");
        }
    }

    private boolean isTooFast(HttpServletRequest request) {
        Optional<String> token = Optional.ofNullable(request.getHeader("Authorization"));
        return rates.filter(all -> !all.take("address " + sender.address(request))
                        || token.filter(shown -> !all.take("token " + digest(shown)))
                                .isPresent())
                .isPresent();
    }

    /** Tokens are not kept, not even for a second. */
    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
