package org.fascicle.look;

import java.util.List;

/**
 * Whose page this is.
 *
 * @param name as the chart has it; may hold anything, and is shown as text
 * @param facts what tells this patient from another: birth date and age, sex, number
 */
public record Banner(String name, List<Fact> facts) {

    /** A label and what it says. */
    public record Fact(String label, String text) {}

    public Banner {
        facts = List.copyOf(facts);
    }

    @Override
    public String toString() {
        return "Banner[]";
    }
}
