package org.fascicle.chart.index;

import java.util.Optional;
import java.util.Set;

/**
 * A search parameter that works, for one resource type.
 *
 * @param resource the resource type
 * @param name as it stands in a search
 * @param type how values compare
 * @param path where in the resource the values are
 * @param targets the resource types a reference may have; empty for any, and for what is no reference
 * @param stored the name its values are kept under: its own, or that of a parameter with the same path, so that {@code
 *     patient} and {@code subject} are kept once
 */
public record Parameter(
        String resource, String name, ParameterType type, Path path, Set<String> targets, String stored) {
    /** The logical id. */
    public static final String ID = "_id";

    /** When the current version was stored. */
    public static final String LAST_UPDATED = "_lastUpdated";

    public Parameter {
        targets = Set.copyOf(targets);
    }

    /** Whether the values are found in the resource; the others the chart gives itself. */
    public boolean isExtracted() {
        return !name.startsWith("_");
    }

    /** Whether results can be ordered by it. */
    public boolean isSortable() {
        return type == ParameterType.DATE || name.equals(ID);
    }

    /** Whether what it points at can be included: only what a chart keeps can. */
    public boolean isIncludable() {
        return type == ParameterType.REFERENCE
                && (targets.isEmpty() || targets.stream().anyMatch(Catalogue.types()::contains));
    }

    /** The same for references to this type; empty when it never points there. */
    Optional<Parameter> findOnly(String target) {
        return targets.isEmpty() || targets.contains(target)
                ? Optional.of(new Parameter(resource, name, type, path, Set.of(target), stored))
                : Optional.empty();
    }

    /** The name of the kept values, unique over all resource types: {@code Observation.subject}. */
    public String storedAs() {
        return resource + "." + stored;
    }
}
