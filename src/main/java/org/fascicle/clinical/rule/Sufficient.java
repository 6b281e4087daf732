package org.fascicle.clinical.rule;

import static java.util.Comparator.comparing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Presence;

/**
 * A few facts that by themselves settle a criterion, whatever the others are: of a conjunction that does not hold one part is
 * enough, of an alternative that does not hold all are needed. Of several the shortest is taken, the first of these.
 *
 * @param facts the case they are of
 */
record Sufficient(Facts facts) {

    /** Why a criterion is present, or why it is absent; empty where only what is not known, or was concluded, says so. */
    Set<Criterion.Leaf> settling(Criterion criterion) {
        Presence presence = criterion.in(facts);
        if (criterion instanceof Criterion.Leaf leaf) {
            return presence == Presence.UNKNOWN ? Set.of() : Set.of(leaf);
        } else if (criterion instanceof Criterion.All all) {
            return presence == Presence.ABSENT ? fewest(1, all.parts(), presence) : every(all.parts(), presence);
        } else if (criterion instanceof Criterion.Any any) {
            return presence == Presence.PRESENT ? fewest(1, any.parts(), presence) : every(any.parts(), presence);
        } else if (criterion instanceof Criterion.AtLeast atLeast) {
            int enough = presence == Presence.PRESENT
                    ? atLeast.count()
                    : atLeast.parts().size() - atLeast.count() + 1;
            return fewest(enough, atLeast.parts(), presence);
        } else if (criterion instanceof Criterion.Disputed disputed) {
            return settling(disputed.claim());
        } else if (criterion instanceof Criterion.ToldOrCharted) {
            return every(Parts.of(criterion), presence);
        }
        return union(Parts.of(criterion).stream().map(this::settling));
    }

    private Set<Criterion.Leaf> every(List<Criterion> parts, Presence presence) {
        return union(those(parts, presence).map(this::settling));
    }

    private Set<Criterion.Leaf> fewest(int enough, List<Criterion> parts, Presence presence) {
        return union(those(parts, presence)
                .map(this::settling)
                .sorted(comparing(Sufficient::isSilent).thenComparing(Set::size))
                .limit(enough));
    }

    private Stream<Criterion> those(List<Criterion> parts, Presence presence) {
        return parts.stream().filter(part -> part.in(facts) == presence);
    }

    /** What the rules concluded themselves tells a reader nothing new. */
    private static boolean isSilent(Set<Criterion.Leaf> settling) {
        return settling.stream()
                .allMatch(leaf -> leaf instanceof Criterion.Fired
                        || leaf instanceof Criterion.Concerned
                        || leaf instanceof Criterion.AsUrgentAs);
    }

    private static Set<Criterion.Leaf> union(Stream<Set<Criterion.Leaf>> sets) {
        Set<Criterion.Leaf> union = new LinkedHashSet<>();
        sets.forEach(union::addAll);
        return union;
    }
}
