package org.fascicle.chart.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.oauth.WebAddress;

/**
 * The addresses of one server: the one we use, and the one it calls itself by in its answers, which a proxy may have changed.
 * Neither http or https nor a slash at the end makes a difference.
 */
record OwnBases(Set<String> known) {

    /** @param type what was searched for: the server's {@code self} link is its base, and this */
    static OwnBases of(FhirServer server, ForeignBundle answer, String type) {
        Stream<String> told = answer
                .self()
                .map(link -> link.strip().replaceFirst("\\?.*$", ""))
                .map(link -> link.replaceFirst("/" + type + "(?:/_search)?/?$", ""))
                .stream();
        return new OwnBases(Stream.concat(Stream.of(server.base().toString()), told)
                .flatMap(base -> plain(base).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether an absolute address, such as {@code https://ehr.example/fhir/Patient/1}, is on the server. */
    boolean hold(String address, Place place) {
        String base = address.strip().replaceFirst("/_history/[^/]*/?$", "").replaceFirst("/$", "");
        String end = place.key().toString();
        return base.endsWith("/" + end)
                && plain(base.substring(0, base.length() - end.length()))
                        .filter(known::contains)
                        .isPresent();
    }

    private static Optional<String> plain(String base) {
        try {
            URI address = new URI(base);
            return address.getHost() == null
                    ? Optional.empty()
                    : Optional.of(
                            WebAddress.authority(address) + address.getPath().replaceFirst("/+$", ""));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
