package org.fascicle.chart.remote;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.chart.Written.Outcome;
import org.fascicle.chart.remote.Failure.Effect;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/** Single writes, so that neither a lost answer nor a repeated request stores anything twice. */
record Writing(Requests requests, Searching searching, Abilities abilities) {

    /** Sent once: nothing at the server would know it again. */
    Written create(Resource resource) {
        abilities.require(Deed.CREATE, resource.fhirType());
        WriteAnswer answer = Patience.once(() -> requests.post(resource, Optional.empty()));
        Key key = answer.key(resource.fhirType())
                .orElseThrow(() -> new Failure(
                        new Fault(
                                Kind.UNAVAILABLE,
                                "the FHIR server stored a `" + resource.fhirType() + "` and does not say where"),
                        Effect.UNCERTAIN));
        return new Written(Outcome.CREATED, stored(answer, key));
    }

    /**
     * Looks first, so that even a server that does not know {@code If-None-Exist} is sent nothing twice, and says it with
     * the request as well, for those who try at the same time.
     */
    Written create(Resource resource, Condition condition) {
        abilities.require(Deed.CREATE, resource.fhirType());
        Supplier<Written> work = () -> found(condition)
                .map(found -> new Written(Outcome.FOUND, found))
                .orElseGet(() -> createUnlessFound(resource, condition));
        if (abilities.of(resource.fhirType()).createsOnce()) {
            return Patience.repeating(work);
        }
        try {
            return Patience.careful(work);
        } catch (Failure failure) {
            return sought(condition, failure);
        }
    }

    /** The server would take a second request for another resource: after a lost answer there is only looking. */
    private Written sought(Condition condition, Failure failure) {
        if (!failure.isUncertain()) {
            throw failure;
        }
        return Patience.repeating(() -> found(condition))
                .map(found -> new Written(Outcome.FOUND, found))
                .orElseThrow(() -> failure);
    }

    private Written createUnlessFound(Resource resource, Condition condition) {
        WriteAnswer answer = requests.post(resource, Optional.of(condition.query()));
        Outcome outcome = answer.isCreated() ? Outcome.CREATED : Outcome.FOUND;
        Stored stored = answer.key(resource.fhirType())
                .map(key -> stored(answer, key))
                .or(() -> found(condition))
                .orElseThrow(() -> new Failure(
                        new Fault(
                                Kind.UNAVAILABLE,
                                "the FHIR server stored a `" + resource.fhirType()
                                        + "`, does not say where, and does not find it"),
                        Effect.UNCERTAIN));
        return new Written(outcome, stored);
    }

    /** Whoever repeats this stores the same content under the same id again. */
    Written update(Key key, Resource resource) {
        abilities.require(Deed.UPDATE, key.type());
        return Patience.repeating(() -> written(requests.put(key, resource, Optional.empty()), key));
    }

    Written update(Key key, Resource resource, String ifVersion) {
        abilities.require(Deed.UPDATE, key.type());
        if (ifVersion.isEmpty()) {
            return update(key, resource);
        }
        try {
            return Patience.careful(() -> written(requests.put(key, resource, Optional.of(ifVersion)), key));
        } catch (Failure failure) {
            if (!failure.isUncertain()) {
                throw failure;
            }
            return settled(key, resource, ifVersion, failure);
        }
    }

    /** No answer came: whether ours was stored is seen by reading. */
    private Written settled(Key key, Resource resource, String ifVersion, Failure failure) {
        Stored now = Patience.repeating(() -> requests.read(key));
        if (now.version().equals(ifVersion)) {
            return written(requests.put(key, resource, Optional.of(ifVersion)), key);
        }
        if (Fhir.bare(now.resource()).equalsDeep(Fhir.bare(resource))) {
            return new Written(Outcome.UPDATED, now);
        }
        throw failure;
    }

    /** By search, then by id: no server needs to know conditional updates. */
    Written update(Resource resource, Condition condition) {
        Optional<Key> own = own(resource);
        Optional<Stored> found = Patience.repeating(() -> found(condition));
        if (found.isEmpty()) {
            return own.map(key -> createAt(key, resource)).orElseGet(() -> create(resource, condition));
        }
        Key key = found.get().key();
        if (own.filter(other -> !other.equals(key)).isPresent()) {
            throw new Fault(
                    Kind.INVALID,
                    "the search finds `" + key + "`, the resource says another id; leave out one of them");
        }
        return update(key, resource, found.get().version());
    }

    private Written createAt(Key key, Resource resource) {
        if (exists(key)) {
            throw new Fault(
                    Kind.CONFLICT,
                    "`" + key + "` exists, and is not what the search finds; leave out the id or the search");
        }
        return update(key, resource);
    }

    private boolean exists(Key key) {
        try {
            Patience.repeating(() -> requests.read(key));
            return true;
        } catch (Failure failure) {
            if (List.of(Kind.NOT_FOUND, Kind.GONE).contains(failure.fault().kind())) {
                return false;
            }
            throw failure;
        }
    }

    /** The one resource a condition singles out. Fault: multiple matches. */
    Optional<Stored> found(Condition condition) {
        Search search = condition.search().count(2);
        List<Stored> found = searching.page(search).whole().matches();
        if (found.size() > 1) {
            throw condition.severalFound();
        }
        return found.stream().findFirst();
    }

    private Written written(WriteAnswer answer, Key key) {
        return new Written(answer.isCreated() ? Outcome.CREATED : Outcome.UPDATED, stored(answer, key));
    }

    /** As it was answered, or else as it is read. */
    Stored stored(WriteAnswer answer, Key key) {
        return answer.body(key)
                .map(body -> Fhir.stored(
                        body, key, answer.version(), requests.clock().instant()))
                .orElseGet(() -> Patience.repeating(() -> requests.read(key)));
    }

    /** The key a resource gives itself; empty when it has no id, or only the placeholder of a transaction. */
    static Optional<Key> own(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return id == null || id.startsWith("urn:") ? Optional.empty() : Optional.of(new Key(resource.fhirType(), id));
    }
}
