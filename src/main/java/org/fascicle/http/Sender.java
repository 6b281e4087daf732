package org.fascicle.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is at the other end of a request. A header that anyone can write counts only when a proxy that the settings name has
 * sent the request; then the address that this proxy saw is the last one in it.
 *
 * @param proxies addresses of proxies that are trusted; none trusts no header
 */
public record Sender(Set<String> proxies) {
    public Sender {
        proxies = Set.copyOf(proxies);
    }

    /** An address, as text. */
    public String address(HttpServletRequest request) {
        String nearest = request.getRemoteAddr();
        if (!proxies.contains(nearest)) {
            return nearest;
        }
        List<String> passed = List.of(Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .orElse("")
                .split(","));
        for (int i = passed.size() - 1; i >= 0; i--) {
            String one = passed.get(i).strip();
            if (!one.isEmpty() && !proxies.contains(one)) {
                return one.length() > 64 ? one.substring(0, 64) : one;
            }
        }
        return nearest;
    }
}
