package org.fascicle.bench;

import java.util.Map;

/** Something that measures. */
interface Source {

    String name();

    /** One round: figures by name, in the unit the report gives for them. */
    Map<String, Double> measure();
}
