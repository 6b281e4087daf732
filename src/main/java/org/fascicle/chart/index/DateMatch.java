package org.fascicle.chart.index;

import static org.fascicle.chart.index.TimeRange.OPEN_END;
import static org.fascicle.chart.index.TimeRange.OPEN_START;

import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.chart.index.Match.During;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * What a date in a search accepts. {@code ge} and {@code le} accept whatever lies at least partly on that side, the named
 * stretch included.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#prefix">search: prefixes</a>
 */
final class DateMatch {
    private static final Pattern PREFIXED = Pattern.compile("([a-z]{2})?(.*)", Pattern.DOTALL);

    private DateMatch() {}

    static Match read(String parameter, String value, ZoneId zone) {
        Matcher parts = PREFIXED.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException("the pattern fits every text");
        }
        TimeRange asked = TimeRange.read(parts.group(2), zone);
        long from = asked.low();
        long until = asked.high();
        return switch (parts.group(1) == null ? "eq" : parts.group(1)) {
            case "eq" -> new During(from, until - 1, from + 1, until);
            case "gt" -> new During(OPEN_START, OPEN_END, until + 1, OPEN_END);
            case "ge" -> new During(OPEN_START, OPEN_END, from + 1, OPEN_END);
            case "lt" -> new During(OPEN_START, from - 1, OPEN_START, OPEN_END);
            case "le" -> new During(OPEN_START, until - 1, OPEN_START, OPEN_END);
            case "sa" -> new During(until, OPEN_END, until, OPEN_END);
            case "eb" -> new During(OPEN_START, from, OPEN_START, from);
            default ->
                throw new Fault(
                        Kind.NOT_SUPPORTED,
                        "`" + parameter + "` cannot be compared with `" + parts.group(1)
                                + "`; it can with eq, gt, ge, lt, le, sa, eb");
        };
    }
}
