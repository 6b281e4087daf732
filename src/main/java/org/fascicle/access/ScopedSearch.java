package org.fascicle.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.oauth.Permission;

/** A search, narrowed before it is asked; what it finds and includes is looked at once more. */
record ScopedSearch(Chart whole, Rights rights) {
    /** How many pages with nothing in reach are passed over for one answer. */
    private static final int MOST_PAGES = 20;

    Page page(Search search) {
        Reach reach = rights.require(search.type(), Permission.SEARCH);
        Optional<Search> narrowed = narrow(search, reach);
        if (narrowed.isEmpty()) {
            return new Page(List.of(), List.of(), Optional.empty());
        }
        Search asked = narrowed.get();
        Page page = whole.search(asked);
        List<Stored> matches = held(page, reach);
        for (int pages = 1; matches.isEmpty() && page.next().isPresent() && pages < MOST_PAGES; pages++) {
            page = whole.search(asked.after(page.next().get()));
            matches = held(page, reach);
        }
        return new Page(matches, included(page), page.next(), page.unread());
    }

    private Optional<Search> narrow(Search search, Reach reach) {
        boolean namesNoPatient = search.type().equals("Provenance") && reach.isBound();
        return namesNoPatient
                ? ProvenanceSearch.narrow(
                        search, rights, reach.portions().get(0).compartment().orElseThrow())
                : Optional.of(reach.narrow(search));
    }

    private static List<Stored> held(Page page, Reach reach) {
        return page.matches().stream().filter(reach::holds).toList();
    }

    /** What a match points at is in reach only by a scope of its own type. */
    private List<Stored> included(Page page) {
        List<Stored> included = new ArrayList<>();
        for (Stored stored : page.included()) {
            if (rights.reach(stored.key().type(), Permission.READ).holds(stored)) {
                included.add(stored);
            }
        }
        return included;
    }
}
