package org.fascicle.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * Searches as they travel in a URL, an {@code ifNoneExist} or a conditional reference.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html">search</a>
 */
public final class SearchUrl {
    /** Our own parameter that says where a page starts. */
    public static final String AFTER = "_after";

    private SearchUrl() {}

    /** Reads {@code Type?name=value&…}. */
    public static Search read(String url) {
        int mark = url.indexOf('?');
        return mark < 0 ? Search.of(url) : read(url.substring(0, mark), url.substring(mark + 1));
    }

    /** Reads {@code name=value&…}, percent-encoded. */
    public static Search read(String type, String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return read(type, parameters);
    }

    /** Reads parameters that are decoded already; a repeated parameter has several values. */
    public static Search read(String type, Map<String, List<String>> parameters) {
        Search search = Search.of(type);
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                search = with(search, parameter.getKey(), value);
            }
        }
        return search;
    }

    /** Writes {@code name=value&…}, percent-encoded, without the type. */
    public static String query(Search search) {
        List<String> pairs = new ArrayList<>();
        search.clauses().forEach(clause -> pairs.add(pair(clause.name(), String.join(",", clause.anyOf()))));
        search.sort().ifPresent(sort -> pairs.add(pair("_sort", sort)));
        search.includes().forEach(include -> pairs.add(pair("_include", include)));
        pairs.add(pair("_count", Integer.toString(search.count())));
        search.after().ifPresent(after -> pairs.add(pair(AFTER, after)));
        return String.join("&", pairs);
    }

    private static Search with(Search search, String name, String value) {
        if (value.isBlank()) {
            throw new Fault(Kind.MALFORMED, "`" + name + "` has no value; give one or leave the parameter out");
        }
        return switch (name) {
            case "_sort" -> once(search.sort().isPresent(), name, search.sorted(value));
            case "_count" -> search.count(number(value));
            case "_include" -> search.including(value);
            case AFTER -> search.after(value);
            default -> search.with(Search.clause(name, Escaped.split(value, ',')));
        };
    }

    private static Search once(boolean again, String name, Search search) {
        if (again) {
            throw new Fault(Kind.MALFORMED, "`" + name + "` is given twice; give it once");
        }
        return search;
    }

    private static int number(String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new Fault(Kind.MALFORMED, "`_count` must be a number of resources, 0 or more");
        }
        return Integer.parseInt(value);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Fault(Kind.MALFORMED, "the search has a `%` that begins no percent-encoded character", e);
        }
    }
}
