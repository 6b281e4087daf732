package org.fascicle.knowledge.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fascicle.knowledge.Examples;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.RequestGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published plan, applied to a case. */
class PlanApplierTest {
    private static final String ACTIVITY = "https://fascicle.example/fhir/ActivityDefinition/";

    /** Written by hand, from the expectation of the case. */
    @Test
    void anActionAppliesWhereItsTableFiredOrItsProposalStands() {
        List<String> lines = new AppliedPlan(apply("breathless-flat-with-weak-arm")).lines();
        assertEquals("judgement", lines.get(0));
        assertTrue(
                lines.get(1).startsWith("table-emergency " + ACTIVITY + "consider-judgement|1.0.0 proposal stat E-"),
                lines::toString);
        assertTrue(lines.contains("workup"));
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.startsWith(
                                "emergency-department " + ACTIVITY + "emergency-department|1.0.0 proposal stat ")),
                lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("neurology ")), lines::toString);
    }

    @Test
    void nothingIsAppliedWhereNothingIsProposed() {
        List<String> lines = new AppliedPlan(apply("eyelid-six-weeks")).lines();
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("workup")), lines::toString);
    }

    @Test
    void whatIsAppliedIsValidAndDraft() {
        for (String name : Set.of("breathless-flat-with-weak-arm", "eyelid-six-weeks", "als-refuted")) {
            Bundle applied = apply(name);
            assertEquals(
                    "draft",
                    ((RequestGroup) applied.getEntryFirstRep().getResource())
                            .getStatus()
                            .toCode());
            assertEquals(List.of(), Validator.errors(applied), name);
        }
    }

    /** M-15.lasting fired; M-15 itself, of the same id, did not. */
    @Test
    void ofSeveralLinesOfOneRuleOnlyThoseThatFiredAreSaid() {
        String judged = String.join("\n", new AppliedPlan(apply("eyelid-four-months")).lines());
        assertTrue(judged.contains("M-15.lasting: an eyelid twitch with forced closure"), judged);
        assertFalse(judged.contains("M-15: "), judged);
    }

    @Test
    void theSameResponseGivesTheSameNames() {
        assertEquals(urls("als-refuted"), urls("als-refuted"));
        assertEquals(urls("als-refuted").size(), Set.copyOf(urls("als-refuted")).size());
    }

    /** Every tenth case: the other engine compiles and retrieves anew for each definition it evaluates. */
    @Test
    @Tag("deep")
    void anEngineThatIsNotOursAppliesThePlanAlike() {
        Map<String, String> differences = new TreeMap<>();
        List<ExampleCase> all = ExampleCase.all().toList();
        for (int i = 0; i < all.size(); i += 10) {
            ExampleCase example = all.get(i);
            List<String> ours = new AppliedPlan(PlanApplier.apply(Examples.judged(example))).lines();
            List<String> theirs = new AppliedPlan(ForeignApplier.apply(
                            Examples.asCode(example), example.chartJson().isPresent()))
                    .lines();
            if (!ours.equals(theirs)) {
                differences.put(example.name(), firstDifference(ours, theirs));
            }
        }
        assertEquals(Map.of(), differences);
    }

    private static String firstDifference(List<String> ours, List<String> theirs) {
        return "only ours "
                + ours.stream().filter(line -> !theirs.contains(line)).toList() + ", only theirs "
                + theirs.stream().filter(line -> !ours.contains(line)).toList();
    }

    private static Bundle apply(String name) {
        return PlanApplier.apply(Examples.judged(Examples.named(name)));
    }

    private static List<String> urls(String name) {
        return apply(name).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .collect(Collectors.toList());
    }
}
