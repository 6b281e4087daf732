package org.fascicle.chart.index;

import java.util.List;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** By which parameter results are ordered, and which way; what has no value comes before everything that has one. */
public record Ordering(Parameter by, boolean descending) {

    static Ordering read(String type, String sort) {
        boolean descending = sort.startsWith("-");
        String name = descending ? sort.substring(1) : sort;
        List<Parameter> offered = Catalogue.parameters(type).stream()
                .filter(Parameter::isSortable)
                .toList();
        return offered.stream()
                .filter(by -> by.name().equals(name))
                .findFirst()
                .map(by -> new Ordering(by, descending))
                .orElseThrow(() -> new Fault(
                        Kind.NOT_SUPPORTED,
                        "results cannot be sorted by `" + name + "`; they can by one of "
                                + String.join(
                                        ", ",
                                        offered.stream().map(Parameter::name).toList())));
    }
}
