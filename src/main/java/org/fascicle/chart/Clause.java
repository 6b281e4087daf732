package org.fascicle.chart;

import java.util.List;

/**
 * One condition of a search: {@code subject:Patient=1,2}. The resource meets it when it meets one of the values.
 *
 * @param parameter the parameter's name
 * @param modifier what follows the colon; empty for none
 * @param anyOf the values as they stand between commas, in FHIR's escaped form; at least one
 */
public record Clause(String parameter, String modifier, List<String> anyOf) {
    public Clause {
        anyOf = List.copyOf(anyOf);
    }

    /** The parameter with its modifier, as it stands before the equals sign. */
    public String name() {
        return modifier.isEmpty() ? parameter : parameter + ":" + modifier;
    }

    @Override
    public String toString() {
        return name();
    }
}
