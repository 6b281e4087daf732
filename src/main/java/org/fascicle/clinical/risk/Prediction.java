package org.fascicle.clinical.risk;

import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;

/**
 * How likely one outcome is, and the rules that say so.
 *
 * @param concern empty for a disease that is already diagnosed: there is then nothing to predict
 */
public record Prediction(Outcome outcome, Optional<Concern> concern, List<FiredRule> rules) {

    public Prediction {
        rules = List.copyOf(rules);
    }
}
