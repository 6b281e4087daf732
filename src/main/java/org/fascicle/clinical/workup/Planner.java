package org.fascicle.clinical.workup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.NotProposed.Cause;
import org.fascicle.clinical.workup.OrderRule.Trait;

/**
 * Turns a judgement into a plan: reads the order sets, and leaves out what exists already or has to wait.
 *
 * <p>In an emergency only what belongs to it is proposed; the rest is named as held back (C.8.6).
 */
public final class Planner {
    private static final Map<Analyte, Activity> SINGLE_TESTS = Map.of(
            Analyte.SODIUM, Activity.SODIUM,
            Analyte.POTASSIUM, Activity.POTASSIUM,
            Analyte.CALCIUM, Activity.CALCIUM,
            Analyte.CREATININE, Activity.CREATININE,
            Analyte.GLUCOSE, Activity.GLUCOSE);

    public Workup plan(Assessment assessment) {
        Existing existing = new Existing(assessment.facts().file());
        List<Proposal> proposals = new ArrayList<>();
        List<NotProposed> not = new ArrayList<>();
        asks(assessment)
                .flatMap(ask -> singles(ask, existing))
                .forEach(ask -> whyNot(ask, existing, assessment)
                        .ifPresentOrElse(not::add, () -> proposals.add(ask.proposal(assessment))));
        return new Workup(proposals, not);
    }

    private static Stream<Ask> asks(Assessment assessment) {
        Map<Activity, List<HoldingLine>> lines = new LinkedHashMap<>();
        for (OrderRule rule : OrderSets.ALL) {
            if (rule.when().in(assessment.facts()) == Presence.PRESENT) {
                HoldingLine line = HoldingLine.of(rule, assessment);
                rule.activities()
                        .forEach(activity -> lines.computeIfAbsent(activity, first -> new ArrayList<>())
                                .add(line));
            }
        }
        return lines.entrySet().stream().map(asked -> Ask.of(asked.getKey(), asked.getValue()));
    }

    /** A panel of which some results are recent and normal becomes single tests of the rest (C.8.21). */
    private static Stream<Ask> singles(Ask ask, Existing existing) {
        if (ask.activity() != Activity.BASIC_METABOLIC_PANEL || ask.is(Trait.EVEN_IF_RECENT)) {
            return Stream.of(ask);
        }
        List<Analyte> missing = ask.activity().analytes().stream()
                .filter(analyte -> !existing.isSettled(analyte))
                .toList();
        boolean partly =
                !missing.isEmpty() && missing.size() < ask.activity().analytes().size();
        return partly ? missing.stream().map(analyte -> ask.forOther(SINGLE_TESTS.get(analyte))) : Stream.of(ask);
    }

    private static Optional<NotProposed> whyNot(Ask ask, Existing existing, Assessment assessment) {
        if (ask.isHeld()) {
            return Optional.of(held(ask, ask.first()));
        }
        if (assessment.urgency() == Urgency.EMERGENCY && !ask.is(Trait.BEDSIDE)) {
            return Optional.of(held(ask, "the emergency comes first"));
        }
        return existing.standsInFor(ask);
    }

    private static NotProposed held(Ask ask, String why) {
        return new NotProposed(ask.activity(), Cause.HELD_BACK, why, Optional.empty());
    }
}
