package org.fascicle.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A FHIR search as a value: {@code Search.of("Observation").where("patient", "Patient/1").sorted("-date")}.
 *
 * <p>Values given to {@code where} are meant literally: they are escaped here, so nothing in an answer or an id can widen a
 * search. {@link SearchUrl} reads and writes the form that travels.
 *
 * @param type the resource type searched
 * @param clauses all must be met; none finds everything of the type
 * @param sort a date parameter, {@code _lastUpdated} or {@code _id}, with {@code -} in front for newest first; empty for a
 *     stable order of the chart's choice
 * @param count how many on a page; the chart may give fewer
 * @param includes such as {@code RiskAssessment:subject}
 * @param after a page's {@link Page#next}; empty for the first page
 */
public record Search(
        String type,
        List<Clause> clauses,
        Optional<String> sort,
        int count,
        List<String> includes,
        Optional<String> after) {

    /** How many on a page when nobody says. */
    public static final int DEFAULT_COUNT = 50;

    public Search {
        clauses = List.copyOf(clauses);
        includes = List.copyOf(includes);
    }

    public static Search of(String type) {
        return new Search(type, List.of(), Optional.empty(), DEFAULT_COUNT, List.of(), Optional.empty());
    }

    /** One of these values, meant literally; a date may have its prefix in front. */
    public Search where(String name, String... anyOf) {
        return with(clause(name, Stream.of(anyOf).map(Escaped::of).toList()));
    }

    /** One of these codes of one system, or one of these identifiers. */
    public Search whereToken(String name, String system, String... codes) {
        return with(clause(
                name,
                Stream.of(codes)
                        .map(code -> Escaped.of(system) + "|" + Escaped.of(code))
                        .toList()));
    }

    public Search with(Clause clause) {
        return new Search(type, added(clauses, clause), sort, count, includes, after);
    }

    public Search sorted(String by) {
        return new Search(type, clauses, Optional.of(by), count, includes, after);
    }

    public Search count(int atMost) {
        return new Search(type, clauses, sort, atMost, includes, after);
    }

    public Search including(String path) {
        return new Search(type, clauses, sort, count, added(includes, path), after);
    }

    /** The same search from where a page ended. */
    public Search after(String next) {
        return new Search(type, clauses, sort, count, includes, Optional.of(next));
    }

    static Clause clause(String name, List<String> escaped) {
        int colon = name.indexOf(':');
        return colon < 0
                ? new Clause(name, "", escaped)
                : new Clause(name.substring(0, colon), name.substring(colon + 1), escaped);
    }

    private static <T> List<T> added(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    /** The shape of the search without its values, which may name a patient. */
    @Override
    public String toString() {
        return type + "?" + clauses;
    }
}
