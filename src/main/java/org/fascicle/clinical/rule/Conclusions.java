package org.fascicle.clinical.rule;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been concluded: the rules that fired, the concern for each outcome, the urgency. */
public record Conclusions(Set<String> fired, Map<Outcome, Concern> concerns, Urgency urgency) {

    public static final Conclusions NONE = new Conclusions(Set.of(), Map.of(), Urgency.SELF_CARE);

    public Conclusions {
        fired = Set.copyOf(fired);
        concerns = Map.copyOf(concerns);
    }

    public boolean hasFired(String ruleId) {
        return fired.contains(ruleId);
    }

    public Optional<Concern> concern(Outcome outcome) {
        return Optional.ofNullable(concerns.get(outcome));
    }
}
