package org.fascicle.clinical.workup;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.rule.Criteria;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Source;

/**
 * One line of the order sets (C.5): what is proposed, when, and why.
 *
 * @param orderSet the id of the set ({@code L-BASE}, {@code R-NEURO})
 * @param reason why, without its full stop
 */
public record OrderRule(
        String orderSet, List<Activity> activities, Criterion when, String reason, Set<Trait> traits, Grounds grounds) {

    /** What sets a line apart. */
    public enum Trait {
        /** Proposed in an emergency too; everything else then waits. */
        BEDSIDE,
        /** Wanted today, even if a recent normal result exists. */
        EVEN_IF_RECENT,
        /** Named, but held back: something else comes first. */
        HELD
    }

    public OrderRule {
        activities = List.copyOf(activities);
        traits = Set.copyOf(traits);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    static OrderRule propose(String orderSet, Activity... activities) {
        return new OrderRule(orderSet, List.of(activities), Criteria.any(), "", Set.of(), Grounds.NONE);
    }

    OrderRule when(Criterion criterion) {
        return new OrderRule(orderSet, activities, criterion, reason, traits, grounds);
    }

    OrderRule because(String words) {
        return new OrderRule(orderSet, activities, when, words, traits, grounds);
    }

    OrderRule bedside() {
        return with(Trait.BEDSIDE);
    }

    OrderRule evenIfRecent() {
        return with(Trait.EVEN_IF_RECENT);
    }

    OrderRule held() {
        return with(Trait.HELD);
    }

    OrderRule from(Source... sources) {
        return new OrderRule(orderSet, activities, when, reason, traits, grounds.from(sources));
    }

    OrderRule seeds(String spaced) {
        return new OrderRule(orderSet, activities, when, reason, traits, grounds.seeds(spaced));
    }

    OrderRule generalKnowledge() {
        return mark(Grounds.Mark.GENERAL_KNOWLEDGE);
    }

    OrderRule policy() {
        return mark(Grounds.Mark.POLICY);
    }

    private OrderRule mark(Grounds.Mark mark) {
        return new OrderRule(orderSet, activities, when, reason, traits, grounds.mark(mark));
    }

    private OrderRule with(Trait trait) {
        EnumSet<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new OrderRule(orderSet, activities, when, reason, all, grounds);
    }
}
