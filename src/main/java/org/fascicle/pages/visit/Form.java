package org.fascicle.pages.visit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent, by field.
 *
 * @param isPart whether a page that is shown already asks for a part of itself
 */
public record Form(Map<String, List<String>> fields, boolean isPart) {

    public Form {
        fields = Map.copyOf(fields);
    }

    public static Form of(HttpServletRequest request) {
        Map<String, List<String>> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        return new Form(fields, isPart(request));
    }

    public static boolean isPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first that is not blank. */
    public Optional<String> find(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** The names of the fields: what stands in them is the patient's. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
