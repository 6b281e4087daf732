package org.fascicle.clinical.risk;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.rule.Conclusions;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Urgency;

/**
 * The whole judgement of one case.
 *
 * @param facts the case, and what all rules together concluded
 * @param predictions one for each outcome, in the order of {@link Outcome}
 * @param unanswered the core items that were open and not answered
 */
public record Assessment(Facts facts, List<Prediction> predictions, List<Item> unanswered) {

    public Assessment {
        predictions = List.copyOf(predictions);
        unanswered = List.copyOf(unanswered);
    }

    public Conclusions conclusions() {
        return facts.soFar();
    }

    public Urgency urgency() {
        return conclusions().urgency();
    }

    public Prediction of(Outcome outcome) {
        return predictions.get(outcome.ordinal());
    }

    public Stream<FiredRule> fired() {
        return predictions.stream().flatMap(prediction -> prediction.rules().stream());
    }

    /** Every core question was answered. */
    public boolean isComplete() {
        return unanswered.isEmpty();
    }

    @Override
    public String toString() {
        return "Assessment[" + urgency() + "]";
    }
}
