package org.fascicle.clinical.risk;

import java.util.List;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Evidence;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;

/**
 * One outcome explained: why it was judged so, why not worse, and what would change it.
 *
 * @param why the rules that fired
 * @param whyNotWorse the rules that would have made it worse, with what speaks against each
 * @param couldRaise what is not known and could make it worse
 * @param couldLower what is not known and could make it milder
 */
public record Explanation(
        Outcome outcome,
        List<FiredRule> why,
        List<RuledOut> whyNotWorse,
        List<Criterion.Leaf> couldRaise,
        List<Criterion.Leaf> couldLower) {

    /** A rule that did not fire, and the case it did not fire for. */
    public record RuledOut(Rule rule, Facts facts) {

        /** The parts that are absent, and those that are present where the rule forbids them. */
        public List<Criterion.Leaf> against() {
            return Evidence.against(rule.when(), facts);
        }
    }

    public Explanation {
        why = List.copyOf(why);
        whyNotWorse = List.copyOf(whyNotWorse);
        couldRaise = List.copyOf(couldRaise);
        couldLower = List.copyOf(couldLower);
    }
}
