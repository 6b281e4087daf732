package org.fascicle.clinical.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been concluded: the rules that fired, the concern for each outcome, the urgency. */
public record Conclusions(Set<String> fired, Map<Outcome, Concern> concerns, Urgency urgency) {

    public static final Conclusions NONE = new Conclusions(Set.of(), Map.of(), Urgency.SELF_CARE);

    public Conclusions {
        fired = Collections.unmodifiableSet(fired);
        concerns = Collections.unmodifiableMap(concerns);
    }

    /** These, and what the rules add: worse concerns and a worse urgency, never milder ones. */
    public Conclusions with(List<Rule> firing) {
        if (firing.isEmpty()) {
            return this;
        }
        Set<String> allFired = new HashSet<>(fired);
        Map<Outcome, Concern> worst = new EnumMap<>(Outcome.class);
        worst.putAll(concerns);
        Urgency most = urgency;
        for (Rule rule : firing) {
            allFired.add(rule.id());
            allFired.add(rule.key());
            rule.then().concern().ifPresent(concern -> worst.merge(rule.outcome(), concern, Concern::worseOf));
            most = most.worseOf(rule.then().urgency());
        }
        return new Conclusions(allFired, worst, most);
    }

    public boolean hasFired(String ruleId) {
        return fired.contains(ruleId);
    }

    public Optional<Concern> concern(Outcome outcome) {
        return Optional.ofNullable(concerns.get(outcome));
    }
}
