package org.fascicle.assessing.writeback;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        return isGranted(type, Permission.CREATE)
                ? Optional.empty()
                : Optional.of("the access granted does not include writing " + type);
    }

    /** The same for what must be found again, or a second click would write it twice. */
    Optional<String> obstacleToKeeping(String type) {
        Optional<String> blind = isGranted(type, Permission.SEARCH)
                ? Optional.empty()
                : Optional.of("the access granted does not include finding " + type + " again");
        return obstacle(type).or(() -> blind);
    }

    /** Why what is written cannot be changed, in words; empty when it can. */
    Optional<String> obstacleToChanging(String type) {
        if (!abilities.can(Deed.UPDATE, type)) {
            return Optional.of("the EHR does not change " + type);
        }
        return isGranted(type, Permission.UPDATE)
                ? Optional.empty()
                : Optional.of("the access granted does not include changing " + type);
    }

    private boolean isGranted(String type, Permission permission) {
        return scopes.map(granted -> Stream.of(Scope.Context.PATIENT, Scope.Context.SYSTEM)
                        .anyMatch(context -> granted.allowSome(new Scope(context, type, Set.of(permission), ""))))
                .orElse(true);
    }
}
