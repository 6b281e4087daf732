package org.fascicle.clinical.risk;

import java.util.List;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Rule;

/**
 * A rule that held, and what in the case made it hold.
 *
 * @param evidence the answers, measurements and chart facts; empty where the rule acts on what is missing
 */
public record FiredRule(Rule rule, List<Criterion.Leaf> evidence) {

    public FiredRule {
        evidence = List.copyOf(evidence);
    }
}
