package org.fascicle.clinical.workup;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.OrderRule.Trait;

/**
 * One activity, and the lines of the order sets that ask for it.
 *
 * @param wanting without those that only say it has to wait
 * @param first why, by the first line that named it
 */
record Ask(Activity activity, List<HoldingLine> wanting, String first) {

    static Ask of(Activity activity, List<HoldingLine> lines) {
        List<HoldingLine> wanting =
                lines.stream().filter(line -> !line.has(Trait.HELD)).toList();
        return new Ask(activity, wanting, lines.get(0).rule().reason());
    }

    Ask forOther(Activity other) {
        return new Ask(other, wanting, first);
    }

    /** Only lines that say it has to wait. */
    boolean isHeld() {
        return wanting.isEmpty();
    }

    boolean is(Trait trait) {
        return wanting.stream().anyMatch(line -> line.has(trait));
    }

    Proposal proposal(Assessment assessment) {
        List<Rule> rules = rules(assessment);
        Set<String> orderSets = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        Set<String> ruleIds = new LinkedHashSet<>();
        wanting.forEach(line -> orderSets.add(line.rule().orderSet()));
        wanting.forEach(line -> reasons.add(line.rule().reason()));
        rules.forEach(rule -> reasons.add(rule.words().reason()));
        rules.forEach(rule -> ruleIds.add(rule.id()));
        return new Proposal(
                activity,
                urgency(rules, assessment),
                List.copyOf(orderSets),
                List.copyOf(reasons),
                List.copyOf(ruleIds));
    }

    /** As urgent as the rules that asked for it; as the whole where a line depends on the whole. */
    private Urgency urgency(List<Rule> rules, Assessment assessment) {
        if (activity == Activity.RECHECK) {
            return Urgency.ROUTINE;
        }
        if (rules.isEmpty() || wanting.stream().anyMatch(HoldingLine::dependsOnWhole)) {
            return assessment.urgency();
        }
        return rules.stream().map(rule -> rule.then().urgency()).reduce(Urgency.ROUTINE, Urgency::worseOf);
    }

    /** The rules that fired and are named by a line. */
    private List<Rule> rules(Assessment assessment) {
        Set<String> named = new HashSet<>();
        wanting.forEach(line -> named.addAll(line.ruleNames()));
        return assessment
                .fired()
                .map(FiredRule::rule)
                .filter(rule -> named.contains(rule.id()) || named.contains(rule.key()))
                .toList();
    }
}
