package org.fascicle.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * The patients' record: what may be asked of it and what it promises, wherever it is kept.
 *
 * <p>Every method throws {@link org.fascicle.fault.Fault} for what can foreseeably go wrong. A resource handed in is left
 * as it was; what was stored comes back with its id, version and time. An answered write is durable.
 *
 * <p>It is our own and not HAPI's {@code IRepository}; the decision record "The port to the chart" says why.
 */
public interface Chart extends AutoCloseable {

    /** The current version. Fault: not found, gone. */
    Stored read(Key key);

    /** A version as it once was. Fault: not found. */
    Stored read(Key key, String version);

    /** The versions of a resource, newest first. Fault: not found. */
    Page history(Key key, int count, Optional<String> after);

    /** One page of what a search finds. Fault: malformed, not supported. */
    Page search(Search search);

    /** Stores a new resource under an id of the chart's choice. */
    Written create(Resource resource);

    /**
     * Stores a new resource unless the search finds one already, which then is the answer. However many callers try at
     * once, one is stored. Fault: multiple matches.
     */
    Written create(Resource resource, Search unlessFound);

    /** Stores the next version of the resource with this id, or its first. */
    Written update(Resource resource);

    /** The same, if the current version is this one. Fault: stale. */
    Written update(Resource resource, String ifVersion);

    /** Stores the next version of the one resource that is found, or a first. Fault: multiple matches. */
    Written update(Resource resource, Search found);

    /**
     * Carries out a transaction Bundle, all of it or nothing: {@code POST} (with {@code ifNoneExist}) and {@code PUT} (by
     * id with {@code ifMatch}, or by search). References by {@code fullUrl} and conditional references are resolved. In the
     * embedded store {@code ifNoneMatch: *} on a {@code PUT} by id means that nothing may be there yet.
     *
     * @return what became of each entry, in the order of the entries
     */
    List<Written> transact(Bundle transaction);

    @Override
    void close();

    /** Everything a search finds, page after page; for searches that a patient or an identifier bounds. Fault: unreadable. */
    default List<Stored> searchAll(Search search) {
        List<Stored> found = new ArrayList<>();
        Set<String> places = new HashSet<>();
        Optional<Search> next = Optional.of(search);
        while (next.isPresent()) {
            Search asked = next.get();
            Page page = search(asked).whole();
            found.addAll(page.matches());
            next = page.next().map(asked::after);
            if (!page.next().map(places::add).orElse(true)) {
                throw new Fault(Kind.UNREADABLE, "the pages of a search for `" + search.type() + "` lead in a circle");
            }
        }
        return found;
    }
}
