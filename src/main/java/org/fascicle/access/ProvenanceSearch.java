package org.fascicle.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;

/**
 * A search for where something comes from, by a caller who is bound to one patient. A Provenance does not name its patient,
 * so the search has to name the targets, and those of other patients are left out of it.
 */
final class ProvenanceSearch {
    private ProvenanceSearch() {}

    /** Empty when it can find nothing in reach. Fault: forbidden. */
    static Optional<Search> narrow(Search search, Rights rights, Compartment compartment) {
        List<Clause> clauses = new ArrayList<>();
        boolean namesTargets = false;
        for (Clause clause : search.clauses()) {
            boolean isTarget = clause.parameter().equals("target");
            List<String> kept = isTarget ? kept(clause, rights, compartment) : clause.anyOf();
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            clauses.add(new Clause(clause.parameter(), clause.modifier(), kept));
            namesTargets |= isTarget;
        }
        if (!namesTargets) {
            throw Rights.forbidden(
                    "With a scope for one patient a search of `Provenance` names its `target`, as `Type/id`");
        }
        return Optional.of(
                new Search(search.type(), clauses, search.sort(), search.count(), search.includes(), search.after()));
    }

    private static List<String> kept(Clause clause, Rights rights, Compartment compartment) {
        return clause.anyOf().stream()
                .filter(target -> Key.fromReference(target)
                        .flatMap(rights::find)
                        .filter(found -> compartment.holds(found.resource()))
                        .isPresent())
                .toList();
    }
}
