package org.fascicle.chart.remote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.chart.Key;

/**
 * Where a server says it put something. Only type, id and version are read: the address before them is not ours to follow.
 *
 * @param version empty when it does not say
 */
record Place(Key key, String version) {
    private static final Pattern END = Pattern.compile(
            "(?:^|.*/)([A-Z][A-Za-z]{1,63})/([A-Za-z0-9\\-.]{1,64})(?:/_history/([A-Za-z0-9\\-.]{1,64}))?/?");

    static Optional<Place> read(String location) {
        Matcher end = END.matcher(location.strip());
        return end.matches()
                ? Optional.of(new Place(
                        new Key(end.group(1), end.group(2)),
                        Optional.ofNullable(end.group(3)).orElse("")))
                : Optional.empty();
    }

    /** {@code W/"3"} says 3. */
    static String version(String entityTag) {
        String version = entityTag.strip().replaceFirst("^W/", "").replace("\"", "");
        return version.matches("[A-Za-z0-9\\-.]{1,64}") ? version : "";
    }
}
