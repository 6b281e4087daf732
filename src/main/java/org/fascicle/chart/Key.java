package org.fascicle.chart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * Where a resource is: its type and its logical id, as in {@code Patient/17}.
 *
 * @param type a resource type; whether it is kept here is for the chart to say
 * @param id 1 to 64 letters, digits, {@code -} and {@code .}
 */
public record Key(String type, String id) {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,63}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern LOCAL =
            Pattern.compile("([A-Z][A-Za-z]{1,63})/([A-Za-z0-9\\-.]{1,64})(?:/_history/[A-Za-z0-9\\-.]{1,64})?");

    public Key {
        if (!TYPE.matcher(type).matches() || !ID.matcher(id).matches()) {
            throw new Fault(
                    Kind.MALFORMED,
                    "`" + printable(type) + "/" + printable(id)
                            + "` is not the address of a resource; an id has 1 to 64"
                            + " letters, digits, `-` and `.`");
        }
    }

    /** The key a relative literal reference names, with or without a version; empty for any other reference. */
    public static Optional<Key> fromReference(String reference) {
        Matcher local = LOCAL.matcher(reference);
        return local.matches() ? Optional.of(new Key(local.group(1), local.group(2))) : Optional.empty();
    }

    private static String printable(String given) {
        String plain = given.replaceAll("[^A-Za-z0-9\\-._]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
