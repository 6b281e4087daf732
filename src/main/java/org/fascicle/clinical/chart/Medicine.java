package org.fascicle.clinical.chart;

import java.util.Set;

/**
 * A medicine of the patient that belongs to a class the rules know.
 *
 * @param isActive taken now; a stopped one matters only for a few classes
 * @param entry its date is the day it was started, when the chart tells
 */
public record Medicine(String name, Set<DrugClass> classes, boolean isActive, Entry entry) {

    public Medicine {
        classes = Set.copyOf(classes);
    }

    public boolean isActive(DrugClass drug) {
        return isActive && classes.contains(drug);
    }

    public boolean isTrigger() {
        return classes.stream().anyMatch(DrugClass::isTrigger);
    }

    @Override
    public String toString() {
        return "Medicine" + classes;
    }
}
