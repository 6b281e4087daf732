package org.fascicle.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Permission;
import org.fascicle.oauth.Scope;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a grant gives in this chart.
 *
 * <p>Two ways to say no: a type or an interaction that no scope names is forbidden, whatever is stored; a resource out of
 * reach is not there, in the very words used for one that was never stored.
 *
 * @param others finds resources that are not stored yet, by their reference: those of the same transaction
 */
record Rights(Chart whole, Grant grant, Function<String, Optional<Resource>> others) {

    Rights(Chart whole, Grant grant) {
        this(whole, grant, reference -> Optional.empty());
    }

    /** The same, for the resources of a transaction. */
    Rights among(Function<String, Optional<Resource>> entries) {
        return new Rights(whole, grant, entries);
    }

    /** How far one of these permissions reaches. */
    Reach reach(String type, Permission... anyOf) {
        Set<Permission> wanted = EnumSet.copyOf(List.of(anyOf));
        return new Reach(
                type,
                grant.scopes().resources().stream()
                        .filter(scope -> scope.covers(type))
                        .filter(scope -> scope.permissions().stream().anyMatch(wanted::contains))
                        .flatMap(scope -> portion(scope, type, wanted))
                        .toList());
    }

    /** The same. Fault: forbidden, when there is none. */
    Reach require(String type, Permission... anyOf) {
        Reach reach = reach(type, anyOf);
        if (reach.isNone()) {
            String scope = type + "." + anyOf[0].name().toLowerCase(Locale.ROOT).charAt(0);
            throw forbidden("No scope of the token reaches this; `user/" + scope + "` or `patient/" + scope
                    + "` would, with a patient in the token");
        }
        return reach;
    }

    /** The current version, wherever it is in reach of these rights. */
    Optional<Stored> find(Key key) {
        return found(() -> whole.read(key));
    }

    Optional<Stored> find(Key key, String version) {
        return found(() -> whole.read(key, version));
    }

    /** A search as a condition for a write: it must find what is in reach and nothing else. Fault: forbidden. */
    Search condition(Search search) {
        Reach reach = require(search.type(), Permission.SEARCH, Permission.READ);
        if (!reach.narrowsExactly()) {
            throw forbidden("With the scopes of this token a condition on `" + search.type()
                    + "` cannot be kept to what they reach; name the resource by its id");
        }
        return reach.narrow(search);
    }

    static Fault absent(String what) {
        return new Fault(Kind.NOT_FOUND, "`" + what + "` is not stored here; check the address");
    }

    static Fault forbidden(String words) {
        return new Fault(Kind.FORBIDDEN, words);
    }

    private Stream<Portion> portion(Scope scope, String type, Set<Permission> wanted) {
        boolean forReading = !wanted.contains(Permission.CREATE)
                && !wanted.contains(Permission.UPDATE)
                && !wanted.contains(Permission.DELETE);
        Optional<Filter> filter = Filter.read(type, scope.query());
        if (scope.context() != Scope.Context.PATIENT) {
            return filter.map(own -> new Portion(Optional.empty(), true, own)).stream();
        }
        boolean makesPatients = type.equals("Patient") && wanted.contains(Permission.CREATE);
        boolean isGiven = !Compartment.isOutside(type) && !makesPatients && (forReading || !Compartment.isShared(type));
        return filter
                .filter(own -> isGiven)
                .flatMap(own -> compartment().map(mine -> new Portion(Optional.of(mine), forReading, own)))
                .stream();
    }

    private Optional<Compartment> compartment() {
        return grant.patient().map(id -> new Compartment(new Key("Patient", id), this::other));
    }

    private Optional<Resource> other(String reference) {
        return others.apply(reference)
                .or(() -> Key.fromReference(reference).flatMap(this::find).map(Stored::resource));
    }

    private static Optional<Stored> found(Supplier<Stored> read) {
        try {
            return Optional.of(read.get());
        } catch (Fault fault) {
            if (fault.kind() == Kind.NOT_FOUND || fault.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
