package org.fascicle.chart.index;

import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** By which parameter results are ordered, and which way; what has no value comes before everything that has one. */
public record Ordering(Parameter by, boolean descending) {

    static Ordering read(String type, String sort) {
        boolean descending = sort.startsWith("-");
        Parameter by = Catalogue.parameter(type, descending ? sort.substring(1) : sort);
        if (!by.isSortable()) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "results cannot be sorted by `" + by.name() + "`; they can by one of "
                            + String.join(
                                    ", ",
                                    Catalogue.parameters(type).stream()
                                            .filter(Parameter::isSortable)
                                            .map(Parameter::name)
                                            .toList()));
        }
        return new Ordering(by, descending);
    }
}
