package org.fascicle.watch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fascicle.oauth.WebAddress;

/**
 * Where notifications may go.
 *
 * @param allowed https addresses that end in a slash: what is below each is allowed
 */
public record Subscribers(List<URI> allowed) {
    public static final Subscribers NOBODY = new Subscribers(List.of());

    public Subscribers {
        allowed = List.copyOf(allowed);
    }

    /**
     * Reads a list with spaces between.
     *
     * @throws IllegalArgumentException naming the address that is none
     */
    public static Subscribers parse(String spaced) {
        return new Subscribers(List.of(spaced.strip().split("\\s+")).stream()
                .filter(address -> !address.isEmpty())
                .map(Subscribers::address)
                .toList());
    }

    private static URI address(String text) {
        return WebAddress.find(text)
                .filter(address -> text.endsWith("/") && address.getRawQuery() == null)
                .orElseThrow(() -> new IllegalArgumentException("`FASCICLE_SUBSCRIBERS` has `" + text
                        + "`; it must be https addresses that end in a slash, with spaces between"));
    }

    /** The endpoint's address, when it is allowed. */
    Optional<URI> find(String endpoint) {
        return WebAddress.find(endpoint)
                .filter(address -> allowed.stream().anyMatch(allow -> endpoint.startsWith(allow.toString())));
    }
}
