package org.fascicle.chart.index;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.Search;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * A search, understood: every name in it is a parameter that works, every value a comparison.
 *
 * @param type the resource type
 * @param conditions all must hold
 * @param ordering empty for an order of the store's choice
 * @param count how many on a page, 0 to {@link #MOST}
 * @param includes the references whose targets are wanted too
 */
public record Criteria(
        String type, List<Condition> conditions, Optional<Ordering> ordering, int count, List<Parameter> includes) {
    /** The largest page. */
    public static final int MOST = 500;

    public Criteria {
        conditions = List.copyOf(conditions);
        includes = List.copyOf(includes);
    }

    /** Reads a search; dates that name no zone are meant in the given one. Fault: malformed, not supported, too large. */
    public static Criteria read(Search search, ZoneId zone) {
        String type = search.type();
        Catalogue.parameters(type);
        return new Criteria(
                type,
                search.clauses().stream()
                        .map(clause -> Condition.read(type, clause, zone))
                        .toList(),
                search.sort().map(sort -> Ordering.read(type, sort)),
                Math.max(0, Math.min(search.count(), MOST)),
                search.includes().stream()
                        .map(include -> include(type, include))
                        .toList());
    }

    /** {@code Observation:subject}, or {@code Observation:subject:Patient} for what it points at of one type only. */
    private static Parameter include(String type, String path) {
        String[] parts = path.split(":", 3);
        String reference = parts.length < 3 ? path : parts[0] + ":" + parts[1];
        return Catalogue.parameters(type).stream()
                .filter(Parameter::isIncludable)
                .filter(parameter -> reference.equals(type + ":" + parameter.name()))
                .flatMap(parameter -> parts.length < 3 ? Stream.of(parameter) : parameter.findOnly(parts[2]).stream())
                .findFirst()
                .orElseThrow(() -> new Fault(
                        Kind.NOT_SUPPORTED,
                        "a search of `" + type + "` cannot include `" + path + "`; it can "
                                + Catalogue.parameters(type).stream()
                                        .filter(Parameter::isIncludable)
                                        .map(parameter -> type + ":" + parameter.name())
                                        .toList()));
    }
}
