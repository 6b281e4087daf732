package org.fascicle.clinical.workup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Evidence;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.OrderRule.Trait;

/** One activity and every line of the order sets that asks for it. */
record Ask(Activity activity, List<OrderRule> lines) {

    Ask(Activity activity) {
        this(activity, new ArrayList<>());
    }

    Ask forOther(Activity other) {
        return new Ask(other, lines);
    }

    /** Only lines that say it has to wait. */
    boolean isHeld() {
        return wanting().isEmpty();
    }

    boolean is(Trait trait) {
        return wanting().stream().anyMatch(line -> line.has(trait));
    }

    String heldReason() {
        return lines.get(0).reason();
    }

    Proposal proposal(Assessment assessment) {
        List<Rule> rules = rules(assessment);
        return new Proposal(
                activity,
                urgency(rules, assessment),
                wanting().stream().map(OrderRule::orderSet).distinct().toList(),
                reasons(rules),
                rules.stream().map(Rule::id).distinct().toList());
    }

    private List<OrderRule> wanting() {
        return lines.stream().filter(line -> !line.has(Trait.HELD)).toList();
    }

    private List<String> reasons(List<Rule> rules) {
        Stream<String> own = wanting().stream().map(OrderRule::reason);
        Stream<String> fired = rules.stream().map(rule -> rule.words().reason());
        return Stream.concat(own, fired).distinct().toList();
    }

    /** As urgent as the rules that asked for it; as the whole where a line depends on the whole. */
    private Urgency urgency(List<Rule> rules, Assessment assessment) {
        if (activity == Activity.RECHECK) {
            return Urgency.ROUTINE;
        }
        if (rules.isEmpty() || dependsOnWhole(assessment)) {
            return assessment.urgency();
        }
        return rules.stream().map(rule -> rule.then().urgency()).reduce(Urgency.ROUTINE, Urgency::worseOf);
    }

    private boolean dependsOnWhole(Assessment assessment) {
        return evidence(assessment).anyMatch(Criterion.AsUrgentAs.class::isInstance);
    }

    /** The rules that fired and are named by a line. */
    private List<Rule> rules(Assessment assessment) {
        List<String> named = evidence(assessment)
                .filter(Criterion.Fired.class::isInstance)
                .map(leaf -> ((Criterion.Fired) leaf).ruleId())
                .toList();
        return assessment
                .fired()
                .map(FiredRule::rule)
                .filter(rule -> named.contains(rule.id()) || named.contains(rule.key()))
                .toList();
    }

    private Stream<Criterion.Leaf> evidence(Assessment assessment) {
        return wanting().stream().flatMap(line -> Evidence.of(line.when(), assessment.facts()).stream());
    }
}
