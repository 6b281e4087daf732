package org.fascicle.smart.exchange;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The EHR's look (<a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html#styling">SMART
 * styling</a>), cut down to values that cannot be anything but a colour, a length or font names.
 *
 * @param variables CSS custom properties such as {@code --ehr-color-text}, and their values
 */
public record Style(Map<String, String> variables) {
    public static final Style NONE = new Style(Map.of());

    private static final Predicate<String> COLOR = Pattern.compile(
                    "#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")
            .asMatchPredicate();
    private static final Predicate<String> LENGTH =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})?(?:px|em|rem|pt|%)?").asMatchPredicate();
    private static final Predicate<String> FONTS = Pattern.compile(
                    "'?[A-Za-z0-9 -]{1,40}'?(?:, ?'?[A-Za-z0-9 -]{1,40}'?){0,9}")
            .asMatchPredicate();

    private static final Map<String, Predicate<String>> GRAMMAR = Map.ofEntries(
            Map.entry("color_background", COLOR),
            Map.entry("color_error", COLOR),
            Map.entry("color_highlight", COLOR),
            Map.entry("color_modal_backdrop", COLOR),
            Map.entry("color_success", COLOR),
            Map.entry("color_text", COLOR),
            Map.entry("dim_border_radius", LENGTH),
            Map.entry("dim_font_size", LENGTH),
            Map.entry("dim_spacing_size", LENGTH),
            Map.entry("font_family_body", FONTS),
            Map.entry("font_family_heading", FONTS));

    public Style {
        variables = Map.copyOf(variables);
    }

    /** Keeps the properties that SMART names and whose value fits; the others are left out. */
    static Style of(Map<String, String> properties) {
        Map<String, String> variables = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (GRAMMAR.getOrDefault(name, any -> false).test(value) && hasPairedQuotes(value)) {
                variables.put("--ehr-" + name.replace('_', '-'), value);
            }
        });
        return new Style(variables);
    }

    private static boolean hasPairedQuotes(String value) {
        return value.chars().filter(one -> one == '\'').count() % 2 == 0;
    }

    /** A style sheet that sets the variables; empty when there are none. */
    public String css() {
        return variables.isEmpty()
                ? ""
                : new TreeMap<>(variables)
                        .entrySet().stream()
                                .map(one -> one.getKey() + ":" + one.getValue() + ";")
                                .collect(Collectors.joining("", ":root{", "}"));
    }
}
