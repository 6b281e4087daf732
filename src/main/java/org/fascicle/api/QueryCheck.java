package org.fascicle.api;

import java.util.Set;
import java.util.regex.Pattern;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** What HAPI's server takes for granted of a path, a query or a form. */
final class QueryCheck {
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:.$*-]*");

    private QueryCheck() {}

    /** That every {@code %} stands for a byte. */
    static void escapes(String sent) {
        if (BROKEN.matcher(sent).find()) {
            throw new Fault(
                    Kind.MALFORMED,
                    "A `%` in the address or query is not followed by two hexadecimal digits; write `%25` for the sign itself");
        }
    }

    /** That every name could be one; of others, HAPI's server makes the same name twice. */
    static void names(Set<String> names) {
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new Fault(
                    Kind.MALFORMED,
                    "The name of a parameter holds a character that no name of a parameter has; see `metadata`");
        }
    }
}
