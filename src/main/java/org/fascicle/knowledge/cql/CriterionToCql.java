package org.fascicle.knowledge.cql;

import java.util.List;
import java.util.Set;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Criterion;

/** Writes a criterion as a CQL expression that is true, false, or null where the criterion is unknown. */
record CriterionToCql(Scope scope) {

    String write(Criterion criterion) {
        if (criterion instanceof Criterion.Leaf leaf) {
            return leaf(leaf);
        } else if (criterion instanceof Criterion.Named named) {
            return Cql.name(named.name());
        } else if (criterion instanceof Criterion.All all) {
            return Layout.join("and", each(all.parts()), "true");
        } else if (criterion instanceof Criterion.Any any) {
            return Layout.join("or", each(any.parts()), "false");
        } else if (criterion instanceof Criterion.Not not) {
            return "(not " + write(not.part()) + ")";
        } else if (criterion instanceof Criterion.Judged judged) {
            return "(" + write(judged.part()) + " " + among(judged.among()) + ")";
        }
        return function(criterion);
    }

    private String function(Criterion criterion) {
        if (criterion instanceof Criterion.AtLeast atLeast) {
            return "Limits.\"At least\"(%d, %s)".formatted(atLeast.count(), Cql.list(each(atLeast.parts())));
        } else if (criterion instanceof Criterion.ToldOrCharted either) {
            return call("Told or charted", either.told(), either.charted());
        } else if (criterion instanceof Criterion.Disputed disputed) {
            return call("Disputed", disputed.claim(), disputed.counter());
        }
        throw new IllegalStateException("`" + criterion + "` is a criterion without CQL");
    }

    private String call(String function, Criterion one, Criterion other) {
        return "Limits.%s(%s, %s)".formatted(Cql.name(function), write(one), write(other));
    }

    private String leaf(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Answered answered) {
            return "Answers." + Cql.name(Names.answer(answered.item(), answered.code()));
        } else if (leaf instanceof Criterion.Unanswered open) {
            return "Answers." + Cql.name(Names.unanswered(open.item()));
        } else if (leaf instanceof Criterion.Compared compared) {
            return "Limits.%s(%s, %s)"
                    .formatted(
                            Cql.name(compared.relation().words()),
                            Names.measure(compared.measure()),
                            Cql.limit(compared.limit()));
        } else if (leaf instanceof Criterion.Positive positive) {
            return "Limits.\"above\"(%s, 0.0)".formatted(Names.measure(positive.measure()));
        } else if (leaf instanceof Criterion.InBand inBand) {
            return "Labs." + Cql.name(Names.lab(inBand.analyte(), inBand.band()));
        } else if (leaf instanceof Criterion.Charted charted) {
            return "Chart." + Cql.name(Names.charted(charted.fact()));
        }
        return concluded(leaf);
    }

    private String concluded(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Fired fired) {
            return scope.fired(fired.ruleId());
        } else if (leaf instanceof Criterion.Concerned concerned) {
            return "(" + scope.isConcern(concerned.outcome(), concerned.concerns()) + ")";
        } else if (leaf instanceof Criterion.AsUrgentAs asUrgent) {
            return scope.isUrgentAs(asUrgent.urgency());
        }
        throw new IllegalStateException("`" + leaf + "` is a question without CQL");
    }

    private List<String> each(List<Criterion> parts) {
        return parts.stream().map(this::write).toList();
    }

    /** Which of the three answers count; CQL asks for each without ever being unknown itself. */
    private static String among(Set<Presence> among) {
        boolean present = among.contains(Presence.PRESENT);
        boolean absent = among.contains(Presence.ABSENT);
        if (among.contains(Presence.UNKNOWN)) {
            return present ? "is not false" : absent ? "is not true" : "is null";
        }
        return present && absent ? "is not null" : present ? "is true" : "is false";
    }
}
