package org.fascicle.api.chart;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fascicle.api.SearchBounds;
import org.fascicle.api.answer.Handling;
import org.fascicle.api.answer.Wanted;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * A search as it was asked.
 *
 * @param search what is looked for
 * @param shape the parameters that shape the answer, such as {@code _summary}; they stay in the links
 * @param ignored the names of parameters nobody here knows, and which the caller allowed to be ignored
 */
record Asked(Search search, Map<String, String> shape, List<String> ignored) {
    private static final String FORMAT = "_format";
    private static final Set<String> SHAPE = Set.of("_pretty", "_summary", "_elements", "_total");
    private static final Set<String> CONTROL = Set.of("_sort", "_count", "_include", SearchUrl.AFTER);

    static Asked read(String type, RequestDetails request, SearchBounds bounds) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        Map<String, String> shape = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        Wanted.named(request).ifPresent(format -> shape.put(FORMAT, format));
        request.getParameters().forEach((name, values) -> {
            if (name.equals(FORMAT)) {
                return;
            }
            if (SHAPE.contains(name)) {
                shape.put(name, values[0]);
            } else if (Handling.isLenient(request) && !isKnown(type, name)) {
                ignored.add(name);
            } else {
                asked.put(name, OwnAddresses.relative(type, name, values, request.getFhirServerBase()));
            }
        });
        bounds.require(asked);
        requireNoCounting(asked, shape);
        Search search = SearchUrl.read(type, asked);
        return new Asked(search.count(bounds.page(search.count())), shape, ignored);
    }

    private static boolean isKnown(String type, String name) {
        String plain = name.split(":", 2)[0];
        return CONTROL.contains(name)
                || Catalogue.parameters(type).stream()
                        .anyMatch(parameter -> parameter.name().equals(plain));
    }

    /** How many there are would take reading them all. */
    private static void requireNoCounting(Map<String, List<String>> asked, Map<String, String> shape) {
        if (List.of("0").equals(asked.get("_count")) || "count".equals(shape.get("_summary"))) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "Matches are not counted here; leave `_summary=count` out, and ask for a `_count` of 1 or more");
        }
    }

    @Override
    public String toString() {
        return search.toString();
    }
}
