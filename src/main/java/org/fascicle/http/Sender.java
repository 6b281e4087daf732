package org.fascicle.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who is at the other end of a request. A header that anyone can write counts only when a proxy that the settings name has
 * sent the request; then the address that this proxy saw is the last one in it.
 *
 * @param proxies addresses of proxies that are trusted; none trusts no header
 */
public record Sender(Set<String> proxies) {
    private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    public Sender {
        proxies = proxies.stream().map(Sender::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a text is an address, and not a name or a range. */
    public static boolean isAddress(String text) {
        return FOUR.matcher(text).matches()
                || SIX.matcher(text).matches() && find(text).isPresent();
    }

    /** An address, as text. */
    public String address(HttpServletRequest request) {
        return address(
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader("X-Forwarded-For")).orElse(""));
    }

    /** @param forwarded what proxies have written, the nearest one last */
    String address(String remote, String forwarded) {
        String nearest = plain(remote);
        if (!proxies.contains(nearest)) {
            return nearest;
        }
        List<String> passed = List.of(forwarded.split(","));
        for (int i = passed.size() - 1; i >= 0; i--) {
            String one = plain(passed.get(i).strip());
            if (!one.isEmpty() && !proxies.contains(one)) {
                return one.length() > 64 ? one.substring(0, 64) : one;
            }
        }
        return nearest;
    }

    /** IPv6 has many ways to write an address, and one for an address of IPv4; here it has one. */
    private static String plain(String address) {
        String bare = address.startsWith("[") ? address.substring(1).replaceFirst("].*$", "") : address;
        return SIX.matcher(bare).matches() ? find(bare).orElse(bare) : bare;
    }

    /** What begins like this is an address or nothing: no name is looked up. */
    private static Optional<String> find(String address) {
        try {
            return Optional.of(InetAddress.getByName(address).getHostAddress());
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
