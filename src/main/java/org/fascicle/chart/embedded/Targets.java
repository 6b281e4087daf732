package org.fascicle.chart.embedded;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Written.Outcome;
import org.fascicle.chart.index.Criteria;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/**
 * Finds where changes go, by what is stored now.
 *
 * @see <a href="https://hl7.org/fhir/R4/http.html#ccreate">conditional create</a>
 * @see <a href="https://hl7.org/fhir/R4/http.html#cond-update">conditional update</a>
 */
record Targets(Stamp stamp, Records records) {

    Target of(Change change) throws SQLException {
        if (change instanceof Change.Create create) {
            return create.unlessFound().isPresent()
                    ? created(create.resource(), create.unlessFound().get())
                    : Target.at(stamp.newKey(create.resource().fhirType()), 0, List.of());
        }
        if (change instanceof Change.UpdateFound update) {
            return updated(update.resource(), update.search());
        }
        return updated((Change.Update) change);
    }

    /** The one resource a conditional reference means. */
    Guard theOne(Search search) throws SQLException {
        Guard guard = guard(search);
        if (guard.found().isEmpty()) {
            throw new Fault(
                    Kind.INVALID,
                    "the conditional reference `" + search
                            + "` finds nothing; store what it means before, or refer to it" + " by its `fullUrl`");
        }
        return guard;
    }

    private Target created(Resource resource, Search unlessFound) throws SQLException {
        requireSameType(resource, unlessFound);
        Guard guard = guard(unlessFound);
        return guard.found().isEmpty()
                ? Target.at(stamp.newKey(resource.fhirType()), 0, List.of(guard))
                : new Target(Outcome.FOUND, guard.found().get(0), 0, List.of(guard));
    }

    private Target updated(Change.Update update) throws SQLException {
        long current = records.currentVersion(update.key()).orElse(0L);
        Optional<String> expected = update.ifVersion();
        if (expected.isPresent() && !expected.get().equals(Long.toString(current))) {
            throw new Fault(
                    Kind.STALE,
                    "`" + update.key() + "` is at version `" + current
                            + "`, the change is based on another one; read it again" + " and repeat the change");
        }
        return Target.at(update.key(), current, List.of());
    }

    private Target updated(Resource resource, Search search) throws SQLException {
        requireSameType(resource, search);
        Guard guard = guard(search);
        Optional<Key> own = Keys.own(resource);
        if (guard.found().isEmpty()) {
            Key key = own.orElseGet(() -> stamp.newKey(resource.fhirType()));
            if (records.currentVersion(key).isPresent()) {
                throw new Fault(
                        Kind.CONFLICT,
                        "`" + key + "` exists, and is not what the search finds; leave out the id or the search");
            }
            return Target.at(key, 0, List.of(guard));
        }
        Key found = guard.found().get(0);
        if (own.filter(key -> !key.equals(found)).isPresent()) {
            throw new Fault(
                    Kind.INVALID,
                    "the search finds `" + found + "`, the resource says another id; leave out one of them");
        }
        return Target.at(found, records.currentVersion(found).orElseThrow(), List.of(guard));
    }

    private Guard guard(Search search) throws SQLException {
        if (search.clauses().isEmpty()) {
            throw new Fault(Kind.MALFORMED, "a condition needs a search parameter, such as `identifier=system|value`");
        }
        Criteria criteria = Criteria.read(search, stamp.clock().getZone());
        List<Key> found = records.singledOut(criteria);
        if (found.size() > 1) {
            throw new Fault(
                    Kind.MULTIPLE_MATCHES,
                    "the condition `" + search + "` finds more than one resource; make it single out one");
        }
        return new Guard(criteria, found);
    }

    private static void requireSameType(Resource resource, Search search) {
        if (!resource.fhirType().equals(search.type())) {
            throw new Fault(
                    Kind.MALFORMED,
                    "a `" + resource.fhirType() + "` cannot depend on a search for `" + search.type()
                            + "`; search its type");
        }
    }
}
