package org.fascicle.clinical.risk;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Tables;

/** Computes explanations from the criteria themselves; nothing here is written by hand for a rule. */
public final class Explainer {

    public Explanation explain(Outcome outcome, Assessment assessment) {
        Prediction prediction = assessment.of(outcome);
        List<Alternative> others = Stage.of(assessment.facts().file(), Tables.inOrder()).stream()
                .flatMap(stage -> Alternative.in(stage, prediction))
                .toList();
        return new Explanation(
                outcome, prediction.rules(), ruledOut(others), couldRaise(others), couldLower(prediction, others));
    }

    private static List<Explanation.RuledOut> ruledOut(List<Alternative> others) {
        return others.stream()
                .filter(Alternative::isWorse)
                .filter(Alternative::isAbsent)
                .map(other -> new Explanation.RuledOut(other.rule(), other.against()))
                .toList();
    }

    private static List<Criterion.Leaf> couldRaise(List<Alternative> others) {
        return open(others, Alternative::isWorse).distinct().toList();
    }

    /** From the rules that fired on ignorance, and from milder ones that a known fact would put in their place. */
    private static List<Criterion.Leaf> couldLower(Prediction prediction, List<Alternative> others) {
        Stream<Criterion.Leaf> firing = prediction.rules().stream().flatMap(fired -> fired.open().stream());
        Predicate<Alternative> replacing = other -> other.isMilder() && other.wouldReplace();
        return Stream.concat(firing, open(others, replacing)).distinct().toList();
    }

    private static Stream<Criterion.Leaf> open(List<Alternative> others, Predicate<Alternative> wanted) {
        return others.stream().filter(wanted).filter(Alternative::isUndecided).flatMap(other -> other.open().stream());
    }
}
