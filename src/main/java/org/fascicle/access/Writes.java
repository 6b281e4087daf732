package org.fascicle.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.oauth.Permission;
import org.hl7.fhir.r4.model.Resource;

/**
 * Judges writes before they happen: what is written has to be in reach, and so does what it would replace.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">SMART: scopes</a>
 */
record Writes(Rights rights) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    /** Fault: forbidden. */
    void requireCreate(Resource resource) {
        requireHeld(rights.require(resource.fhirType(), Permission.CREATE), resource);
    }

    /** The condition of a create, kept to what the caller may find. Fault: forbidden. */
    Search unlessFound(Search search) {
        return rights.condition(search);
    }

    /**
     * Whether an update by id may happen.
     *
     * @return the version it may replace; empty for a first version, and for a caller who may replace any. Fault:
     *     forbidden, not found
     */
    Optional<String> requireUpdate(Resource resource, Key key) {
        Reach update = rights.reach(key.type(), Permission.UPDATE);
        Reach create = rights.reach(key.type(), Permission.CREATE);
        requireHeld(rights.require(key.type(), Permission.UPDATE, Permission.CREATE), resource);
        if (update.isAll() && create.isAll()) {
            return Optional.empty();
        }
        Optional<Stored> current = rights.find(key);
        boolean replaces = current.filter(update::holds).isPresent() && update.holds(resource);
        if (!replaces && !(current.isEmpty() && mayBegin(create, resource, key))) {
            throw Rights.absent(key.toString());
        }
        return current.map(Stored::version);
    }

    /** The search of a conditional update, kept to what the caller may change. Fault: forbidden. */
    Search requireUpdate(Resource resource, Search search) {
        Reach update = rights.require(resource.fhirType(), Permission.UPDATE);
        requireHeld(update, resource);
        requireHeld(rights.require(resource.fhirType(), Permission.CREATE), resource);
        if (!update.isAll() && resource.getIdElement().hasIdPart()) {
            throw Rights.forbidden("With the scopes of this token a conditional update brings no id; leave it out");
        }
        if (!update.narrowsExactly()) {
            throw Rights.forbidden("With the scopes of this token update `" + resource.fhirType() + "` by its id");
        }
        return update.narrow(rights.condition(search));
    }

    /**
     * A caller who may not see everything could learn by trying which ids are taken. Of the ids that nobody can guess there
     * is nothing to learn.
     */
    private static boolean mayBegin(Reach create, Resource resource, Key key) {
        return create.isAll() || UUID.matcher(key.id()).matches() && create.holds(resource);
    }

    private static void requireHeld(Reach reach, Resource resource) {
        if (!reach.holds(resource)) {
            throw Rights.forbidden("What was sent as `" + resource.fhirType()
                    + "` is beyond what the token reaches: it must be about the token's patient, as `Patient/[id]`,"
                    + " and be what the scope names");
        }
    }
}
