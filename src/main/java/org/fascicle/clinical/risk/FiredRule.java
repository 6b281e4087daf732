package org.fascicle.clinical.risk;

import java.util.List;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Evidence;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Unjudged;

/** A rule that held, and the case it held for. */
public record FiredRule(Rule rule, Facts facts) {

    /** The answers, measurements and chart facts that made it hold; empty where the rule acts on what is missing. */
    public List<Criterion.Leaf> evidence() {
        return Evidence.of(rule.when(), facts);
    }

    /** What it asks, where what is not known could still undo it. */
    Criterion unjudged() {
        return Unjudged.of(rule.when(), facts);
    }
}
