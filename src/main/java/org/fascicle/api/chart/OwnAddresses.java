package org.fascicle.api.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.chart.Escaped;
import org.fascicle.chart.Key;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.ParameterType;

/**
 * A search for what refers to a resource of ours may name it by its whole address, as a client does that took the address
 * from an answer. The chart keeps such references relative, so the search is made so too.
 */
final class OwnAddresses {
    private OwnAddresses() {}

    /** @param base the address of this door */
    static List<String> relative(String type, String parameter, String[] values, String base) {
        String plain = parameter.split(":", 2)[0];
        boolean isReference = Catalogue.parameters(type).stream()
                .anyMatch(known -> known.name().equals(plain) && known.type() == ParameterType.REFERENCE);
        return isReference
                ? Arrays.stream(values).map(anyOf -> relative(anyOf, base)).toList()
                : Arrays.asList(values);
    }

    private static String relative(String anyOf, String base) {
        return Escaped.split(anyOf, ',').stream()
                .map(value -> value.startsWith(base + "/") ? own(value, value.substring(base.length() + 1)) : value)
                .collect(Collectors.joining(","));
    }

    private static String own(String value, String path) {
        return Key.fromReference(path)
                .filter(key -> Catalogue.types().contains(key.type()))
                .map(Key::toString)
                .orElse(value);
    }
}
