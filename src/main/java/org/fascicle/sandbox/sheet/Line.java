package org.fascicle.sandbox.sheet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a list in a chart.
 *
 * @param what a problem, a medicine, a procedure, an order
 * @param more dose, state, conclusion; empty when there is nothing more
 * @param day when it began or was done
 */
public record Line(String what, String more, Optional<LocalDate> day) {

    @Override
    public String toString() {
        return "Line[]";
    }
}
