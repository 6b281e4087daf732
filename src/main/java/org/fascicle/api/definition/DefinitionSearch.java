package org.fascicle.api.definition;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.api.answer.BundleText;
import org.fascicle.api.answer.Handling;
import org.fascicle.api.answer.Wanted;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;

/**
 * A search among the published definitions of one type, a page at a time.
 *
 * @param base the address of this door
 * @param asked what was asked for, by parameter; the last value counts for {@code _count} and the place to begin
 * @param shape the parameters that shape the answer, such as {@code _summary}; they stay in the links
 * @param ignored the names of parameters nobody here knows, and which the caller allowed to be ignored
 */
record DefinitionSearch(
        String type,
        String base,
        Map<String, List<String>> asked,
        Map<String, List<String>> shape,
        List<String> ignored) {
    private static final String FORMAT = "_format";
    private static final Set<String> SHAPE = Set.of("_pretty", "_summary", "_elements", "_total");
    private static final Set<String> PAGING = Set.of("_count", SearchUrl.AFTER);

    static DefinitionSearch read(String type, RequestDetails request) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        Map<String, List<String>> shape = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        Wanted.named(request).ifPresent(format -> shape.put(FORMAT, List.of(format)));
        request.getParameters().forEach((name, values) -> {
            if (SHAPE.contains(name)) {
                shape.put(name, Arrays.asList(values));
            } else if (Handling.isLenient(request) && !isKnown(name)) {
                ignored.add(name);
            } else {
                asked.put(name, Arrays.asList(values));
            }
        });
        asked.remove(FORMAT);
        return new DefinitionSearch(type, request.getFhirServerBase(), asked, shape, ignored);
    }

    private static boolean isKnown(String name) {
        return PAGING.contains(name) || name.equals(FORMAT) || find(name).isPresent();
    }

    String in(Definitions definitions) {
        List<Definition> found =
                definitions.ofType(type).stream().filter(this::isMet).toList();
        int from = Math.min(number(SearchUrl.AFTER, 0), found.size());
        int count = number("_count", Integer.MAX_VALUE);
        int to = (int) Math.min((long) from + count, found.size());
        BundleText bundle = new BundleText("searchset").total(found.size()).link("self", url(from));
        if (to < found.size() && count > 0) {
            bundle.link("next", url(to));
        }
        found.subList(from, to)
                .forEach(definition -> bundle.entry(
                        base + "/" + type + "/" + definition.id(),
                        definition.json().strip(),
                        ",\"search\":{\"mode\":\"match\"}"));
        ignored.forEach(bundle::ignored);
        return bundle.toString();
    }

    private boolean isMet(Definition definition) {
        return asked.entrySet().stream()
                .filter(condition -> !PAGING.contains(condition.getKey()))
                .allMatch(condition -> condition.getValue().stream()
                        .allMatch(anyOf -> parameter(condition.getKey()).holds(definition, anyOf)));
    }

    private static Optional<DefinitionParameter> find(String name) {
        return Arrays.stream(DefinitionParameter.values())
                .filter(parameter -> parameter.code().equals(name))
                .findFirst();
    }

    private DefinitionParameter parameter(String name) {
        return find(name)
                .orElseThrow(() -> new Fault(
                        Kind.NOT_SUPPORTED,
                        "`" + type + "` cannot be searched by `" + name + "`; it can by "
                                + Arrays.stream(DefinitionParameter.values())
                                        .map(DefinitionParameter::code)
                                        .collect(Collectors.joining(", "))));
    }

    private int number(String name, int standard) {
        List<String> values = asked.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return standard;
        }
        String last = values.get(values.size() - 1);
        if (!last.matches("[0-9]{1,9}")) {
            throw new Fault(Kind.MALFORMED, "`" + name + "` must be a number, 0 or more");
        }
        return Integer.parseInt(last);
    }

    private String url(int from) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked);
        parameters.remove(SearchUrl.AFTER);
        if (from > 0) {
            parameters.put(SearchUrl.AFTER, List.of(Integer.toString(from)));
        }
        parameters.putAll(shape);
        return base + "/" + type + "?" + BundleText.query(parameters);
    }
}
