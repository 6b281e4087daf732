package org.fascicle.clinical.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been concluded: the rules that fired, the concern for each outcome, the urgency. */
public record Conclusions(List<Rule> fired, Map<Outcome, Concern> concerns, Urgency urgency) {

    public static final Conclusions NONE = new Conclusions(List.of(), Map.of(), Urgency.SELF_CARE);

    public Conclusions {
        fired = Collections.unmodifiableList(fired);
        concerns = Collections.unmodifiableMap(concerns);
    }

    /** These, and what the rules add: worse concerns and a worse urgency, never milder ones. */
    public Conclusions with(List<Rule> firing) {
        if (firing.isEmpty()) {
            return this;
        }
        List<Rule> allFired = new ArrayList<>(fired);
        allFired.addAll(firing);
        Map<Outcome, Concern> worst = new EnumMap<>(Outcome.class);
        worst.putAll(concerns);
        Urgency most = urgency;
        for (Rule rule : firing) {
            rule.then().concern().ifPresent(concern -> worst.merge(rule.outcome(), concern, Concern::worseOf));
            most = most.worseOf(rule.then().urgency());
        }
        return new Conclusions(allFired, worst, most);
    }

    /** Whether a line of the rule did, or the one line of this key. */
    public boolean hasFired(String ruleId) {
        for (Rule rule : fired) {
            if (rule.isLineOf(ruleId)) {
                return true;
            }
        }
        return false;
    }

    public Optional<Concern> concern(Outcome outcome) {
        return Optional.ofNullable(concerns.get(outcome));
    }
}
