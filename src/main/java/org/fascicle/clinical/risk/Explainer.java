package org.fascicle.clinical.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.rule.Conclusions;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.OpenQuestions;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Tables;

/** Computes explanations from the criteria themselves; nothing here is written by hand for a rule. */
public final class Explainer {

    /** Every outcome, in their order. */
    public List<Explanation> explain(Assessment assessment) {
        List<Stage> stages = stages(assessment);
        return assessment.predictions().stream()
                .map(prediction -> explain(prediction, stages))
                .toList();
    }

    public Explanation explain(Outcome outcome, Assessment assessment) {
        return explain(assessment.of(outcome), stages(assessment));
    }

    /** Read anew for the same case, whose findings are settled already. */
    private static List<Stage> stages(Assessment assessment) {
        return Stage.of(assessment.facts().with(Conclusions.NONE), Tables.inOrder());
    }

    private static Explanation explain(Prediction prediction, List<Stage> stages) {
        List<Explanation.RuledOut> ruledOut = new ArrayList<>();
        OpenQuestions raising = new OpenQuestions();
        OpenQuestions lowering = new OpenQuestions();
        prediction.rules().forEach(fired -> lowering.add(fired.unjudged(), fired.facts()));
        stages.stream().flatMap(stage -> Alternative.in(stage, prediction)).forEach(other -> {
            boolean isWorse = other.isWorse();
            if (isWorse && other.isAbsent()) {
                ruledOut.add(new Explanation.RuledOut(other.rule(), other.facts()));
            }
            boolean couldReplace = other.isMilder() && other.wouldReplace();
            Optional<Criterion> undecided = isWorse || couldReplace ? other.undecided() : Optional.empty();
            undecided.filter(open -> isWorse).ifPresent(open -> raising.add(open, other.facts()));
            undecided.filter(open -> couldReplace).ifPresent(open -> lowering.add(open, other.facts()));
        });
        return new Explanation(prediction.outcome(), prediction.rules(), ruledOut, raising.all(), lowering.all());
    }
}
