package org.fascicle.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Clause;
import org.hl7.fhir.r4.model.Resource;

/**
 * What one scope gives of one resource type.
 *
 * @param compartment the patient it is bound to; empty when it is bound to none
 * @param withNobodys whether what is about no patient is given too, as it is for reading
 */
record Portion(Optional<Compartment> compartment, boolean withNobodys, Filter filter) {

    boolean isAll() {
        return compartment.isEmpty() && filter.clauses().isEmpty();
    }

    boolean holds(Resource resource) {
        boolean isWithin = compartment
                .map(one -> Compartment.isNobodys(resource) ? withNobodys : one.holds(resource))
                .orElse(true);
        return isWithin && filter.fits(resource);
    }

    /** The clauses that a search has to meet besides its own. */
    List<Clause> clauses(String type) {
        List<Clause> clauses = new ArrayList<>(filter.clauses());
        compartment.flatMap(bound -> clause(type, bound)).ifPresent(clauses::add);
        return clauses;
    }

    private static Optional<Clause> clause(String type, Compartment bound) {
        if (type.equals("Patient")) {
            return Optional.of(new Clause("_id", "", List.of(bound.patient().id())));
        }
        return Compartment.isShared(type) || type.equals("Provenance")
                ? Optional.empty()
                : Optional.of(new Clause("patient", "", List.of(bound.patient().toString())));
    }
}
