package org.fascicle.assessing.writeback;

import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.remote.Abilities;
import org.fascicle.chart.remote.Deed;
import org.fascicle.oauth.Permission;
import org.fascicle.oauth.Scope;
import org.fascicle.oauth.Scopes;

/**
 * What we may write: what the server can store, and what our access reaches.
 *
 * @param scopes granted; empty when access is not by scopes
 */
public record Allowance(Abilities abilities, Optional<Scopes> scopes) {

    /** Of a launch. */
    public static Allowance of(Abilities abilities, Scopes granted) {
        return new Allowance(abilities, Optional.of(granted));
    }

    /** Why this type cannot be written, in words; empty when it can. */
    Optional<String> obstacle(String type) {
        if (!abilities.can(Deed.CREATE, type)) {
            return Optional.of("the EHR does not store " + type);
        }
        boolean isGranted = scopes.map(granted -> reaches(granted, type)).orElse(true);
        return isGranted ? Optional.empty() : Optional.of("the access granted does not include writing " + type);
    }

    private static boolean reaches(Scopes granted, String type) {
        return granted.allowSome(create(Scope.Context.PATIENT, type))
                || granted.allowSome(create(Scope.Context.SYSTEM, type));
    }

    private static Scope create(Scope.Context context, String type) {
        return new Scope(context, type, Set.of(Permission.CREATE), "");
    }
}
