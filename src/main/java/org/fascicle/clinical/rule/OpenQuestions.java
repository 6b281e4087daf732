package org.fascicle.clinical.rule;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fascicle.clinical.finding.Presence;

/**
 * The questions several criteria leave open in one case: those whose answer could decide an undecided criterion, or one that
 * acts on ignorance. Each once, and each named finding looked into once.
 */
public final class OpenQuestions {
    private final Set<Criterion.Leaf> open = new LinkedHashSet<>();
    private final Set<Criterion> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param facts always of one case, whatever was concluded so far */
    public void add(Criterion criterion, Facts facts) {
        if (criterion instanceof Criterion.Leaf leaf) {
            if (isOpen(leaf, facts)) {
                open.add(leaf);
            }
        } else if (!(criterion instanceof Criterion.Named) || seen.add(criterion)) {
            parts(criterion, facts).forEach(part -> add(part, facts));
        }
    }

    public List<Criterion.Leaf> all() {
        return List.copyOf(open);
    }

    private static List<Criterion> parts(Criterion criterion, Facts facts) {
        if (criterion instanceof Criterion.Judged) {
            return Parts.of(criterion);
        }
        return switch (criterion.in(facts)) {
            case UNKNOWN -> Parts.of(criterion);
            case PRESENT -> Evidence.supports(criterion);
            case ABSENT -> List.of();
        };
    }

    private static boolean isOpen(Criterion.Leaf leaf, Facts facts) {
        boolean isMissingAnswer = leaf instanceof Criterion.Unanswered;
        return leaf.in(facts) == (isMissingAnswer ? Presence.PRESENT : Presence.UNKNOWN);
    }
}
