package org.fascicle.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.workup.Planner;

/** What is concluded of a case, by whoever judged it, in words that can be compared. */
record Verdict(
        Set<String> fired,
        Map<String, String> concerns,
        String urgency,
        Map<String, String> proposed,
        Set<String> advice) {

    /** As Java judges. */
    static Verdict of(CaseFile file) {
        Assessment assessment = new Assessor().assess(file);
        return new Verdict(
                assessment.fired().map(fired -> fired.rule().key()).collect(Collectors.toCollection(TreeSet::new)),
                concerns(assessment),
                assessment.urgency().code(),
                new Planner()
                        .plan(assessment).proposals().stream()
                                .collect(Collectors.toMap(
                                        proposal -> proposal.activity().name(),
                                        proposal -> proposal.urgency().code(),
                                        (one, other) -> one,
                                        TreeMap::new)),
                AdviceTexts.forThe(assessment).stream().map(Advice::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<String, String> concerns(Assessment assessment) {
        Map<String, String> concerns = new LinkedHashMap<>();
        Arrays.stream(Outcome.values())
                .forEach(outcome -> concerns.put(
                        outcome.code(),
                        assessment.of(outcome).concern().map(Concern::code).orElse("(none)")));
        return concerns;
    }

    /** The first thing on which the two are not agreed, in the order in which one follows from the other. */
    Optional<String> firstDifference(Verdict other) {
        List<String> differences = new ArrayList<>();
        compare("fired", fired, other.fired, differences);
        compare("concerns", concerns, other.concerns, differences);
        compare("urgency", urgency, other.urgency, differences);
        compare("proposed", proposed, other.proposed, differences);
        compare("advice", advice, other.advice, differences);
        return differences.stream().findFirst();
    }

    private static void compare(String what, Object one, Object other, List<String> differences) {
        if (!one.equals(other)) {
            differences.add(what + " " + one + " but " + other);
        }
    }
}
