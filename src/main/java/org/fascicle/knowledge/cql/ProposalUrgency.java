package org.fascicle.knowledge.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Parts;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.OrderRule.Trait;
import org.fascicle.knowledge.Lines.Line;

/** How soon an activity is wanted: as the rules behind it say, or as the whole where a line depends on the whole. */
record ProposalUrgency(Activity activity) {
    private static final CriterionToCql CRITERIA = new CriterionToCql(Scope.AT_THE_END);

    /** A question that speaks for a line, and all that must hold for it to do so. */
    private record Behind(Criterion.Leaf leaf, List<String> conditions) {

        String and(String fact) {
            return Layout.join(
                    "and",
                    Stream.concat(conditions.stream(), Stream.of(fact))
                            .distinct()
                            .toList(),
                    "true");
        }
    }

    String write() {
        if (activity == Activity.RECHECK) {
            return Cql.text(Urgency.ROUTINE.code());
        }
        List<Behind> behind = ProposalToCql.lines(activity)
                .filter(line -> !line.has(Trait.HELD))
                .flatMap(this::behind)
                .toList();
        String ofWhole = Cql.name(Names.URGENCY);
        StringBuilder worstFirst = new StringBuilder("case");
        add(worstFirst, dependsOnWhole(behind), ofWhole);
        for (int i = Urgency.values().length - 1; i > Urgency.ROUTINE.ordinal(); i--) {
            Urgency urgency = Urgency.values()[i];
            add(worstFirst, fired(behind, rule -> rule.then().urgency() == urgency), Cql.text(urgency.code()));
        }
        add(worstFirst, fired(behind, rule -> !rule.then().urgency().isAtLeast(Urgency.SOON)), Cql.text("routine"));
        String cases = worstFirst.toString();
        return cases.equals("case") ? ofWhole : cases + "\n  else " + ofWhole + "\nend";
    }

    private static void add(StringBuilder cases, List<String> any, String then) {
        if (!any.isEmpty()) {
            String when = Layout.join("or", any.stream().distinct().toList(), "false");
            cases.append("\n  when %s then %s".formatted(Cql.indent(2, when), then));
        }
    }

    private static List<String> dependsOnWhole(List<Behind> behind) {
        return behind.stream()
                .filter(each -> each.leaf() instanceof Criterion.AsUrgentAs)
                .map(each -> each.and(CRITERIA.write(each.leaf())))
                .toList();
    }

    private static List<String> fired(List<Behind> behind, Predicate<Rule> wanted) {
        List<String> fired = new ArrayList<>();
        for (Behind each : behind) {
            if (each.leaf() instanceof Criterion.Fired named) {
                Tables.rules()
                        .filter(rule ->
                                rule.id().equals(named.ruleId()) || rule.key().equals(named.ruleId()))
                        .filter(wanted)
                        .forEach(rule -> fired.add(each.and(Cql.name(Names.fired(rule)))));
            }
        }
        return fired;
    }

    private Stream<Behind> behind(Line line) {
        return behind(line.rule().when(), List.of(Cql.name(Names.asked(line))), true);
    }

    /** Walks as the evidence of a line is collected: down the parts that are present and speak for it. */
    private static Stream<Behind> behind(Criterion criterion, List<String> conditions, boolean isRoot) {
        if (criterion instanceof Criterion.Leaf leaf) {
            return Stream.of(new Behind(leaf, conditions));
        }
        if (criterion instanceof Criterion.Not
                || criterion instanceof Criterion.Judged judged
                        && !judged.among().contains(Presence.PRESENT)) {
            return Stream.empty();
        }
        boolean followsFromPart = criterion instanceof Criterion.Any || criterion instanceof Criterion.Named;
        List<String> own = isRoot || followsFromPart
                ? conditions
                : Stream.concat(conditions.stream(), Stream.of(CRITERIA.write(criterion) + " is true"))
                        .toList();
        List<Criterion> parts =
                criterion instanceof Criterion.Disputed disputed ? List.of(disputed.claim()) : Parts.of(criterion);
        return parts.stream().flatMap(part -> behind(part, own, false));
    }
}
