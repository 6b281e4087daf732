package org.fascicle.smart.ehr;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.oauth.Permission;
import org.fascicle.oauth.Scope;
import org.fascicle.oauth.Scopes;

/** What the granted scopes let a clinician do. */
public record Features(Set<Feature> granted) {
    public Features {
        granted = Set.copyOf(granted);
    }

    /** A scope that is narrowed to some of the data still grants: what it leaves out is unknown, as always. */
    public static Features of(Scopes scopes) {
        return new Features(Arrays.stream(Feature.values())
                .filter(feature -> feature.scopes().stream().allMatch(scopes::allowSome))
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean allow(Feature feature) {
        return granted.contains(feature);
    }

    /** What fell away, in the order of the table. */
    public Set<Feature> missing() {
        Set<Feature> missing = EnumSet.allOf(Feature.class);
        missing.removeAll(granted);
        return missing;
    }

    /** The fewest scopes that grant every feature. */
    public static Scopes wanted() {
        Map<String, Scope> byData = new LinkedHashMap<>();
        Arrays.stream(Feature.values())
                .flatMap(feature -> feature.scopes().stream())
                .forEach(scope -> byData.merge(scope.type() + '?' + scope.query(), scope, Features::both));
        return Scopes.of(byData.values().stream().map(Scope::toString).toList());
    }

    private static Scope both(Scope one, Scope other) {
        Set<Permission> permissions = Stream.concat(one.permissions().stream(), other.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Scope(one.context(), one.type(), permissions, one.query());
    }
}
