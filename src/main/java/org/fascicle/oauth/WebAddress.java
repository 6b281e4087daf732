package org.fascicle.oauth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What we demand of an address before we ask a server anything there. */
public final class WebAddress {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private WebAddress() {}

    /**
     * An absolute https address (http on this machine) without user, fragment or dot segments; empty for anything else.
     */
    public static Optional<URI> find(String text) {
        try {
            return Optional.of(new URI(text)).filter(WebAddress::isFit);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    public static boolean isFit(URI address) {
        boolean secure =
                "https".equals(address.getScheme()) || "http".equals(address.getScheme()) && isLoopback(address);
        return secure
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && address.normalize().equals(address);
    }

    public static boolean isLoopback(URI address) {
        return address.getHost() != null
                && LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Host in lower case, with the port unless it is the scheme's own: {@code auth.example.org}, {@code
     * localhost:8080}.
     */
    public static String authority(URI address) {
        int own = "https".equals(address.getScheme()) ? 443 : 80;
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return address.getPort() == -1 || address.getPort() == own ? host : host + ':' + address.getPort();
    }

    /** Scheme and authority, as a browser writes an origin. */
    public static String origin(URI address) {
        return address.getScheme() + "://" + authority(address);
    }

    /**
     * Whether the name leads where no EHR lives: link-local (where clouds keep their secrets), multicast, nowhere.
     *
     * <p>Private networks are allowed: that is where a hospital's EHR is. Java keeps the answer for the request that
     * follows.
     */
    static boolean leadsAstray(URI address) throws UnknownHostException {
        for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
            boolean metadata =
                    one instanceof Inet6Address && one.getHostAddress().startsWith("fd00:ec2:");
            if (one.isLinkLocalAddress() || one.isAnyLocalAddress() || one.isMulticastAddress() || metadata) {
                return true;
            }
        }
        return false;
    }
}
