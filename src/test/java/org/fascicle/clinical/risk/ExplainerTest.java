package org.fascicle.clinical.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Days;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Outcome;
import org.junit.jupiter.api.Test;

/** Why, why not more, and what would change it. */
class ExplainerTest {
    private static final Optional<Days> BORN = Optional.of(Days.on(LocalDate.of(1990, 1, 1)));

    @Test
    void whyNamesTheRulesThatFired() {
        Explanation explanation = neuromuscular(denied().code(Item.EX_DONE, "yes")
                .code(Item.EX_STRENGTH, "reduced")
                .code(Item.EX_BULK, "reduced"));
        assertTrue(
                explanation.why().stream().anyMatch(fired -> fired.rule().id().equals("M-1")));
        assertFalse(ruledOut(explanation).contains("M-1"));
    }

    @Test
    void whyNotMoreNamesTheWorseRulesAndWhatSpeaksAgainstThem() {
        Explanation explanation = neuromuscular(denied().code(Item.EX_DONE, "yes")
                .code(Item.EX_STRENGTH, "normal")
                .code(Item.EX_BULK, "normal"));
        Explanation.RuledOut weakAndWasted = explanation.whyNotWorse().stream()
                .filter(ruled -> ruled.rule().id().equals("M-1"))
                .findFirst()
                .orElseThrow();
        assertTrue(asked(weakAndWasted.against()).contains(Item.EX_STRENGTH), weakAndWasted::toString);
    }

    @Test
    void anOpenQuestionThatCouldRaiseItIsNamedAndDoesRaiseIt() {
        Explanation open = neuromuscular(without(Item.RF_WEAKNESS));
        assertTrue(asked(open.couldRaise()).contains(Item.RF_WEAKNESS), open::toString);
        assertFalse(asked(neuromuscular(denied()).couldRaise()).contains(Item.RF_WEAKNESS));
        Assessment answered = assess(without(Item.RF_WEAKNESS)
                .code(Item.RF_WEAKNESS, "cannot-do")
                .code(Item.RF_WEAKNESS_COURSE, "weeks-months"));
        assertTrue(answered.urgency()
                                .compareTo(assess(without(Item.RF_WEAKNESS)).urgency())
                        > 0
                || concern(answered) != concern(assess(without(Item.RF_WEAKNESS))));
    }

    @Test
    void whatIsNotKnownAndWouldLowerItIsNamed() {
        Assessment nothing = assess(Answers.builder());
        assertEquals(Concern.INDETERMINATE, concern(nothing));
        Explanation explanation = new Explainer().explain(Outcome.NEUROMUSCULAR, nothing);
        assertFalse(explanation.couldLower().isEmpty());
        assertEquals(Concern.LOW, concern(assess(denied())));
    }

    @Test
    void aManIsNotAskedAboutAPregnancy() {
        List<Criterion.Leaf> open = new Explainer()
                .explain(Outcome.METABOLIC, assess(denied(Set.of(Item.PT_PREGNANT)), Patient.Sex.MALE))
                .couldRaise();
        assertFalse(open.isEmpty());
        assertFalse(asked(open).contains(Item.PT_PREGNANT), open::toString);
        assertFalse(open.toString().contains("PREGNANCY"), open::toString);
        assertTrue(asked(new Explainer()
                        .explain(Outcome.METABOLIC, assess(denied(Set.of(Item.PT_PREGNANT)), Patient.Sex.FEMALE))
                        .couldRaise())
                .contains(Item.PT_PREGNANT));
    }

    private static Explanation neuromuscular(Answers.Builder answers) {
        return new Explainer().explain(Outcome.NEUROMUSCULAR, assess(answers));
    }

    private static Assessment assess(Answers.Builder answers) {
        return assess(answers, Patient.Sex.FEMALE);
    }

    private static Assessment assess(Answers.Builder answers, Patient.Sex sex) {
        OffsetDateTime authored = OffsetDateTime.parse("2026-11-20T10:00:00Z");
        return new Assessor()
                .assess(new CaseFile(
                        authored,
                        answers.build(),
                        new Patient(BORN, sex),
                        Optional.of(ChartFacts.EMPTY),
                        Limits.standard()));
    }

    private static Answers.Builder denied() {
        return denied(Set.of());
    }

    private static Answers.Builder without(Item left) {
        return denied(Set.of(left));
    }

    /** Ten days in one spot, every other question answered with no. */
    private static Answers.Builder denied(Set<Item> left) {
        Answers.Builder answers = Answers.builder()
                .code(Item.SX_DISTRIBUTION, "one-spot")
                .code(Item.SX_ONSET, "lt-2w")
                .code(Item.SX_COURSE, "stable");
        Stream.of(Item.values())
                .filter(item -> item != Item.EX_DONE && !left.contains(item))
                .filter(item -> item.form().opening().isEmpty())
                .forEach(item -> Stream.of("none", "no")
                        .filter(item.form().codes()::contains)
                        .findFirst()
                        .ifPresent(code -> answers.code(item, code)));
        return answers;
    }

    private static Concern concern(Assessment assessment) {
        return assessment.of(Outcome.NEUROMUSCULAR).concern().orElseThrow();
    }

    private static Set<String> ruledOut(Explanation explanation) {
        return explanation.whyNotWorse().stream()
                .map(ruled -> ruled.rule().id())
                .collect(Collectors.toSet());
    }

    private static Set<Item> asked(List<Criterion.Leaf> leaves) {
        return leaves.stream()
                .flatMap(leaf -> leaf instanceof Criterion.Answered answered
                        ? Stream.of(answered.item())
                        : leaf instanceof Criterion.Unanswered unanswered
                                ? Stream.of(unanswered.item())
                                : Stream.empty())
                .collect(Collectors.toSet());
    }
}
