package org.fascicle.fhir.profile;

import java.util.Optional;

/**
 * The name of a definition: its url, and its version where one is named.
 *
 * @see <a href="https://hl7.org/fhir/R4/references.html#canonical">Canonical URLs</a>
 */
public record Canonical(String url, Optional<String> version) {

    /** Reads {@code url|version}; a fragment is dropped, and an empty version is none. */
    public static Canonical parse(String text) {
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        int bar = whole.indexOf('|');
        return bar < 0
                ? new Canonical(whole, Optional.empty())
                : new Canonical(
                        whole.substring(0, bar),
                        Optional.of(whole.substring(bar + 1)).filter(version -> !version.isEmpty()));
    }

    @Override
    public String toString() {
        return version.map(named -> url + "|" + named).orElse(url);
    }
}
