package org.fascicle.chart.remote;

import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/** A search that must single out one resource. */
record Condition(Search search) {

    /** Fault: malformed. */
    static Condition of(Search search, Resource resource) {
        if (!search.type().equals(resource.fhirType())) {
            throw new Fault(
                    Kind.MALFORMED,
                    "a `" + resource.fhirType() + "` cannot depend on a search for `" + search.type()
                            + "`; search its type");
        }
        if (search.clauses().isEmpty()) {
            throw new Fault(Kind.MALFORMED, "a condition needs a search parameter, such as `identifier=system|value`");
        }
        return new Condition(search);
    }

    /** As it travels in {@code If-None-Exist}. */
    String query() {
        return SearchUrl.query(search).replaceFirst("&?_count=[0-9]+$", "");
    }

    Fault severalFound() {
        return new Fault(
                Kind.MULTIPLE_MATCHES,
                "the condition `" + search + "` finds more than one resource; make it single out one");
    }
}
