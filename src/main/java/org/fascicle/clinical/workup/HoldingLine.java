package org.fascicle.clinical.workup;

import java.util.HashSet;
import java.util.Set;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Evidence;
import org.fascicle.clinical.workup.OrderRule.Trait;

/**
 * A line of the order sets that holds in a case, and what of the judgement makes it hold: settled once, however many
 * activities the line asks for.
 *
 * @param ruleNames the fired rules it names, by id or by key
 * @param dependsOnWhole it holds because of the urgency of the whole
 */
record HoldingLine(OrderRule rule, Set<String> ruleNames, boolean dependsOnWhole) {

    static HoldingLine of(OrderRule rule, Assessment assessment) {
        Set<String> names = new HashSet<>();
        boolean dependsOnWhole = false;
        for (Criterion.Leaf leaf : Evidence.of(rule.when(), assessment.facts())) {
            dependsOnWhole |= leaf instanceof Criterion.AsUrgentAs;
            if (leaf instanceof Criterion.Fired fired) {
                names.add(fired.ruleId());
            }
        }
        return new HoldingLine(rule, names, dependsOnWhole);
    }

    boolean has(Trait trait) {
        return rule.has(trait);
    }
}
