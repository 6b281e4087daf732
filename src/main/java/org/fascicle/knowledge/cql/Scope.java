package org.fascicle.knowledge.cql;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;

/**
 * What a criterion can see of the rules: those of the tables read before it.
 *
 * @param when told apart by this ending of the names; empty at the end, when all tables are read
 */
record Scope(String when, List<Rule> rules) {

    static final Scope AT_THE_END = new Scope("", Tables.rules().toList());

    static Scope before(Table table) {
        return new Scope(
                " before " + table.name(),
                Tables.inOrder().stream()
                        .takeWhile(earlier -> earlier != table)
                        .flatMap(earlier -> earlier.rules().stream())
                        .toList());
    }

    /** Whether a rule of this id, or with this key, fired. */
    String fired(String ruleId) {
        return anyOf(rules.stream()
                .filter(rule -> rule.id().equals(ruleId) || rule.key().equals(ruleId)));
    }

    /** Whether a rule fired that makes it at least this urgent. */
    String urgentAs(Urgency urgency) {
        return urgency == Urgency.SELF_CARE
                ? "true"
                : anyOf(rules.stream().filter(rule -> rule.then().urgency().isAtLeast(urgency)));
    }

    String nameOfUrgency(Urgency urgency) {
        return "At least " + urgency.code() + when;
    }

    String isUrgentAs(Urgency urgency) {
        return Cql.name(nameOfUrgency(urgency));
    }

    String nameOfConcern(Outcome outcome) {
        return Names.outcome(outcome) + " concern" + when;
    }

    /** Whether the outcome's concern is one of these; known even where there is none. */
    String isConcern(Outcome outcome, Collection<Concern> concerns) {
        return "Coalesce(" + Cql.name(nameOfConcern(outcome)) + ", '') in "
                + Cql.texts(concerns.stream().sorted().map(Concern::code).toList());
    }

    /** The worst concern any fired rule gives the outcome; null where none does. */
    String concern(Outcome outcome) {
        StringBuilder worstFirst = new StringBuilder("case");
        for (int i = Concern.values().length - 1; i >= 0; i--) {
            Concern concern = Concern.values()[i];
            List<Rule> giving = rules.stream()
                    .filter(rule -> rule.outcome() == outcome)
                    .filter(rule -> rule.then().concern().equals(Optional.of(concern)))
                    .toList();
            if (!giving.isEmpty()) {
                worstFirst.append("\n  when %s then %s"
                        .formatted(Cql.indent(2, anyOf(giving.stream())), Cql.text(concern.code())));
            }
        }
        return worstFirst.append("\n  else null\nend").toString();
    }

    /** How urgent the fired rules make it. */
    String urgency() {
        StringBuilder worstFirst = new StringBuilder("case");
        for (int i = Urgency.values().length - 1; i > 0; i--) {
            Urgency urgency = Urgency.values()[i];
            worstFirst.append("\n  when %s then %s".formatted(isUrgentAs(urgency), Cql.text(urgency.code())));
        }
        return worstFirst
                .append("\n  else %s\nend".formatted(Cql.text(Urgency.SELF_CARE.code())))
                .toString();
    }

    private static String anyOf(Stream<Rule> fired) {
        return Layout.join("or", fired.map(rule -> Cql.name(Names.fired(rule))).toList(), "false");
    }
}
