package org.fascicle.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Days;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.Planner;
import org.junit.jupiter.api.Test;

class AssessorTest {
    private static final OffsetDateTime AUTHORED = OffsetDateTime.parse("2026-11-20T10:00:00Z");

    @Test
    void aTiredStudentWithATwitchingEyelidGetsSelfCareAndNoWorkup() {
        Assessment assessment = assess(benign().code(Item.SX_SITE, "eyelid").number(Item.TRIG_CAFFEINE, 475), 28);
        assertEquals(Urgency.SELF_CARE, assessment.urgency());
        assertEquals(Concern.LOW, concern(assessment, Outcome.NEUROMUSCULAR));
        assertEquals(
                Concern.LIKELY,
                concern(assessment, Outcome.BENIGN),
                () -> fired(assessment) + " "
                        + new org.fascicle.clinical.risk.Explainer().explain(Outcome.BENIGN, assessment));
        assertEquals(0, new Planner().plan(assessment).requests().count());
    }

    @Test
    void weaknessWithWastingIsHighAndUrgentWhateverTheCaffeine() {
        Answers.Builder answers = benign().code(Item.SX_SITE, "hand").number(Item.TRIG_CAFFEINE, 900);
        Assessment assessment = assess(
                answers.code(Item.EX_DONE, "yes")
                        .code(Item.EX_STRENGTH, "reduced")
                        .code(Item.EX_BULK, "reduced"),
                28);
        assertEquals(Urgency.URGENT, assessment.urgency());
        assertEquals(Concern.HIGH, concern(assessment, Outcome.NEUROMUSCULAR));
        assertEquals(Concern.NOT_ESTABLISHED, concern(assessment, Outcome.BENIGN));
        assertTrue(fired(assessment).contains("M-1"), fired(assessment)::toString);
    }

    @Test
    void noAnswersAreIndeterminateAndNeverLow() {
        Assessment assessment = assess(Answers.builder(), 30);
        assertEquals(Concern.INDETERMINATE, concern(assessment, Outcome.NEUROMUSCULAR));
        assertEquals(Urgency.ROUTINE, assessment.urgency());
        assertTrue(fired(assessment).contains("M-0"));
    }

    private static Answers.Builder benign() {
        Answers.Builder answers = Answers.builder()
                .code(Item.SX_DISTRIBUTION, "one-spot")
                .code(Item.SX_ONSET, "lt-2w")
                .code(Item.SX_COURSE, "stable")
                .code(Item.RF_FUNCTION, "no");
        for (Item item : Item.values()) {
            boolean none = item.form().codes().contains("none");
            boolean yesNo = item.form().codes().contains("no") && item != Item.RF_FUNCTION && item != Item.EX_DONE;
            if (none) {
                answers.code(item, "none");
            } else if (yesNo && item.form().opening().isEmpty()) {
                answers.code(item, "no");
            }
        }
        return answers;
    }

    private static Assessment assess(Answers.Builder answers, int age) {
        Days born = Days.on(LocalDate.of(2026 - age, 1, 1));
        Patient patient = new Patient(Optional.of(born), Patient.Sex.FEMALE);
        return new Assessor()
                .assess(new CaseFile(
                        AUTHORED, answers.build(), patient, Optional.of(ChartFacts.EMPTY), Limits.standard()));
    }

    private static Concern concern(Assessment assessment, Outcome outcome) {
        return assessment.of(outcome).concern().orElseThrow();
    }

    private static Set<String> fired(Assessment assessment) {
        return assessment.fired().map(fired -> fired.rule().id()).collect(Collectors.toSet());
    }
}
