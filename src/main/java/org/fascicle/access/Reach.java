package org.fascicle.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Resource;

/**
 * How far the scopes of a token reach in one resource type, for reading it, say: all that at least one of them gives.
 *
 * @param portions one for each scope; none reaches nothing
 */
record Reach(String type, List<Portion> portions) {
    Reach {
        portions = List.copyOf(portions);
    }

    boolean isNone() {
        return portions.isEmpty();
    }

    boolean isAll() {
        return portions.stream().anyMatch(Portion::isAll);
    }

    /** Whether whatever it gives belongs to one patient. */
    boolean isBound() {
        return portions.stream().allMatch(portion -> portion.compartment().isPresent());
    }

    boolean holds(Stored stored) {
        return isAll() || stored.key().type().equals(type) && holds(stored.resource());
    }

    boolean holds(Resource resource) {
        return isAll() || portions.stream().anyMatch(portion -> portion.holds(resource));
    }

    /**
     * The search, made to find only what is in reach where clauses can say so. What it finds is still asked for with {@link
     * #holds(Stored)}: the chart may be another server, which may not know a clause.
     */
    Search narrow(Search search) {
        Search narrowed = search;
        for (Clause clause : isAll() ? List.<Clause>of() : common()) {
            narrowed = narrowed.with(clause);
        }
        return alternatives().size() == 1 ? narrowed.with(alternatives().get(0)) : narrowed;
    }

    /** Whether {@link #narrow} says all there is to say. */
    boolean narrowsExactly() {
        return isAll()
                || !(isBound() && type.equals("Provenance"))
                        && (alternatives().size() == 1 || rests().stream().anyMatch(List::isEmpty));
    }

    /** What every scope demands. */
    private List<Clause> common() {
        List<Clause> common = new ArrayList<>(portions.get(0).clauses(type));
        portions.forEach(portion -> common.retainAll(portion.clauses(type)));
        return common;
    }

    /** What the scopes demand beyond what all demand. */
    private List<List<Clause>> rests() {
        List<Clause> common = common();
        return portions.stream()
                .map(portion -> portion.clauses(type))
                .map(clauses ->
                        clauses.stream().filter(one -> !common.contains(one)).toList())
                .toList();
    }

    /** One clause that stands for all the rests, when they are values of one parameter. */
    private List<Clause> alternatives() {
        List<List<Clause>> rests = isAll() ? List.of() : rests();
        Set<String> names =
                rests.stream().flatMap(List::stream).map(Clause::name).collect(Collectors.toSet());
        if (names.size() != 1 || !rests.stream().allMatch(rest -> rest.size() == 1)) {
            return List.of();
        }
        List<String> values = rests.stream()
                .flatMap(rest -> rest.get(0).anyOf().stream())
                .distinct()
                .toList();
        Clause first = rests.get(0).get(0);
        return List.of(new Clause(first.parameter(), first.modifier(), values));
    }
}
