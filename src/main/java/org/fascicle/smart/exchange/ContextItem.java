package org.fascicle.smart.exchange;

import java.util.Map;
import java.util.Optional;

/** Something besides patient and encounter that the EHR had open: one entry of {@code fhirContext}. */
public record ContextItem(
        Optional<String> reference,
        Optional<String> canonical,
        Optional<String> identifier,
        Optional<String> type,
        String role) {

    /** Empty when it points at nothing, or repeats the launch's own patient or encounter. */
    static Optional<ContextItem> find(Map<?, ?> entry) {
        ContextItem item = new ContextItem(
                text(entry.get("reference")),
                text(entry.get("canonical")),
                entry.get("identifier") instanceof Map<?, ?> identifier
                        ? text(identifier.get("value"))
                        : Optional.empty(),
                text(entry.get("type")),
                text(entry.get("role")).orElse("launch"));
        boolean points = item.reference.isPresent() || item.canonical.isPresent() || item.identifier.isPresent();
        boolean repeats = item.role.equals("launch")
                && item.reference
                        .filter(to -> to.startsWith("Patient/") || to.startsWith("Encounter/"))
                        .isPresent();
        return points && !repeats ? Optional.of(item) : Optional.empty();
    }

    private static Optional<String> text(Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= 500
                ? Optional.of(text)
                : Optional.empty();
    }
}
