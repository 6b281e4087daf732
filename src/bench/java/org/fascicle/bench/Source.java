package org.fascicle.bench;

import java.util.List;
import java.util.Map;

/** Something that measures. */
interface Source extends AutoCloseable {

    String name();

    /** One round: figures by name, in the unit the report gives for them. */
    Map<String, Double> measure();

    /** How the report shows them. */
    default List<Comparison> lines() {
        return List.of();
    }

    @Override
    default void close() {
        // Most keep nothing between rounds.
    }
}
