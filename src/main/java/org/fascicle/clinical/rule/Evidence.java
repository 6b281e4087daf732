package org.fascicle.clinical.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fascicle.clinical.finding.Presence;

/** What in a case made a criterion hold, or kept it from holding. */
public final class Evidence {
    private Evidence() {}

    /** The parts that are present and make the criterion present, in the order the criterion names them. */
    public static List<Criterion.Leaf> of(Criterion criterion, Facts facts) {
        Set<Criterion.Leaf> found = new LinkedHashSet<>();
        collect(criterion, facts, found);
        return List.copyOf(found);
    }

    private static void collect(Criterion criterion, Facts facts, Set<Criterion.Leaf> found) {
        if (criterion.in(facts) != Presence.PRESENT) {
            return;
        }
        if (criterion instanceof Criterion.Leaf leaf) {
            found.add(leaf);
        } else {
            for (Criterion part : supports(criterion)) {
                collect(part, facts, found);
            }
        }
    }

    /** The parts that speak for a criterion. A negation is supported by nothing that is there. */
    static List<Criterion> supports(Criterion criterion) {
        if (criterion instanceof Criterion.Not) {
            return List.of();
        }
        if (criterion instanceof Criterion.Disputed disputed) {
            return List.of(disputed.claim());
        }
        if (criterion instanceof Criterion.Judged judged && !judged.among().contains(Presence.PRESENT)) {
            return List.of();
        }
        return Parts.of(criterion);
    }

    /** A few parts that suffice to keep the criterion from holding: absent ones, and present ones that it forbids. */
    public static List<Criterion.Leaf> against(Criterion criterion, Facts facts) {
        return criterion.in(facts) == Presence.ABSENT
                ? List.copyOf(new Sufficient(facts).settling(criterion))
                : List.of();
    }
}
