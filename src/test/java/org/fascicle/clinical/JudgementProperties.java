package org.fascicle.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Findings;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.Planner;
import org.fascicle.clinical.workup.Workup;
import org.fascicle.testing.RandomCase;

class JudgementProperties {
    private static final Map<Item, List<String>> RED_FLAGS = Map.ofEntries(
            Map.entry(Item.RF_WASTING, List.of("yes")),
            Map.entry(Item.RF_FINEMOTOR, List.of("yes")),
            Map.entry(Item.RF_FALLS, List.of("yes")),
            Map.entry(Item.RF_BALANCE, List.of("yes")),
            Map.entry(Item.RF_SPEECH, List.of("sudden", "progressive")),
            Map.entry(Item.RF_SWALLOW, List.of("occasional", "cannot-manage")),
            Map.entry(Item.RF_BREATH, List.of("on-exertion", "lying-flat", "at-rest", "morning-headache")),
            Map.entry(Item.RF_WEIGHTLOSS, List.of("yes")),
            Map.entry(Item.RF_SENSORY, List.of("persistent-distal", "one-nerve-or-root", "face")),
            Map.entry(Item.RF_PAIN, List.of("significant")),
            Map.entry(Item.RF_VISION, List.of("blurred", "double-or-droopy", "loss")),
            Map.entry(Item.RF_FUNCTION, List.of("a-lot")),
            Map.entry(Item.RF_TETANY, List.of("seizure", "confusion", "throat-spasm")),
            Map.entry(Item.RF_TOXIC, List.of("yes")),
            Map.entry(Item.RF_URINE, List.of("yes")),
            Map.entry(Item.RF_BLADDER, List.of("yes")),
            Map.entry(Item.SX_SITE, List.of("tongue")));

    private final Assessor assessor = new Assessor();

    @Property(tries = 3000)
    void addingARedFlagNeverLowersUrgencyOrAnyCategory(@ForAll long seed, @ForAll int which) {
        RandomCase before = RandomCase.of(seed);
        List<Item> items = List.copyOf(RED_FLAGS.keySet());
        Item item = items.get(Math.floorMod(which, items.size()));
        for (String code : RED_FLAGS.get(item)) {
            if (isMilder(before, item, code) && !isContradicted(before, item)) {
                assertNotLowered(before, before.with(item, code), item, code);
            }
        }
    }

    @Property(tries = 2000)
    void anUnansweredCoreQuestionIsNeverLowAndNeverSelfCare(@ForAll long seed, @ForAll int which) {
        RandomCase random = RandomCase.of(seed);
        List<Item> core = Item.core();
        Item item = core.get(Math.floorMod(which, core.size()));
        Assessment assessment = assessor.assess(random.without(item).file(true));
        if (assessment.unanswered().contains(item)) {
            assertFalse(concern(assessment, Outcome.NEUROMUSCULAR) == Concern.LOW.ordinal(), item::linkId);
            assertTrue(assessment.urgency().isAtLeast(Urgency.ROUTINE), item::linkId);
        }
    }

    @Property(tries = 3000)
    void whatIsNotKnownNeverCountsAsAbsent(@ForAll long seed, @ForAll int which) {
        RandomCase random = RandomCase.of(seed);
        List<Item> core = Item.core();
        Item item = core.get(Math.floorMod(which, core.size()));
        boolean saysNo =
                Set.of(Set.of("no"), Set.of("none")).contains(random.codes().getOrDefault(item, Set.of()));
        if (saysNo) {
            Assessment known = assessor.assess(random.file(true));
            Assessment unknown = assessor.assess(random.without(item).file(true));
            assertTrue(unknown.urgency().isAtLeast(known.urgency()), item::linkId);
            assertTrue(concern(unknown, Outcome.NEUROMUSCULAR) >= concern(known, Outcome.NEUROMUSCULAR), item::linkId);
            assertTrue(concern(unknown, Outcome.BENIGN) <= concern(known, Outcome.BENIGN), item::linkId);
        }
    }

    @Property(tries = 3000)
    void whatAChartWithholdsNeverReassures(@ForAll long seed, @ForAll ChartPart part) {
        RandomCase random = RandomCase.of(seed);
        Assessment open = assessor.assess(random.file(true));
        Assessment closed = assessor.assess(random.withholding(Set.of(part)).file(true));
        assertTrue(concern(closed, Outcome.NEUROMUSCULAR) >= concern(open, Outcome.NEUROMUSCULAR), part::name);
        assertTrue(concern(closed, Outcome.METABOLIC) >= concern(open, Outcome.METABOLIC), part::name);
        assertTrue(concern(closed, Outcome.BENIGN) <= concern(open, Outcome.BENIGN), part::name);
    }

    @Property(tries = 2000)
    void everyProposalHasAReasonAndEveryFiredRuleIsCited(@ForAll long seed) {
        Assessment assessment = assessor.assess(RandomCase.of(seed).file(true));
        assessment.fired().forEach(fired -> assertTrue(fired.rule().grounds().isGiven(), fired.rule()::key));
        Workup workup = new Planner().plan(assessment);
        workup.proposals().forEach(proposal -> assertFalse(proposal.reasons().isEmpty()));
        if (assessment.urgency() == Urgency.SELF_CARE) {
            assertEquals(0, workup.requests().count());
        }
    }

    @Property(tries = 1000)
    void theSameCaseGivesTheSameJudgement(@ForAll long seed) {
        Assessment one = assessor.assess(RandomCase.of(seed).file(true));
        Assessment other = assessor.assess(RandomCase.of(seed).file(true));
        assertEquals(one.conclusions(), other.conclusions());
        assertEquals(new Planner().plan(one), new Planner().plan(other));
    }

    @Property(tries = 2000)
    void benignIsNeverLikelyBesideAConcernOrWithoutAChart(@ForAll long seed) {
        RandomCase random = RandomCase.of(seed);
        Assessment assessment = assessor.assess(random.file(true));
        boolean likely = assessment.of(Outcome.BENIGN).concern().equals(java.util.Optional.of(Concern.LIKELY));
        if (likely) {
            assertEquals(Concern.LOW.ordinal(), concern(assessment, Outcome.NEUROMUSCULAR));
            assertEquals(Concern.LOW.ordinal(), concern(assessment, Outcome.METABOLIC));
        }
        Assessment blind = assessor.assess(random.file(false));
        assertFalse(blind.of(Outcome.BENIGN).concern().equals(java.util.Optional.of(Concern.LIKELY)));
    }

    /** A sign that today's normal examination contradicts is no red flag: S-2 records both and asks for a recheck. */
    private static boolean isContradicted(RandomCase random, Item item) {
        return switch (item) {
            case RF_WASTING ->
                random.codes().getOrDefault(Item.EX_BULK, Set.of()).contains("normal");
            case RF_FINEMOTOR, RF_FALLS -> Findings.EXAM_NORMAL.in(Facts.of(random.file(true))) == Presence.PRESENT;
            default -> false;
        };
    }

    /** The new answer must not replace a worse one of the same question. */
    private static boolean isMilder(RandomCase random, Item item, String code) {
        Set<String> given = random.codes().getOrDefault(item, Set.of());
        List<String> offered = item.form().codes();
        return item == Item.SX_SITE
                || given.stream()
                        .allMatch(old -> Set.of("none", "no", "unsure").contains(old)
                                || offered.indexOf(old) < offered.indexOf(code)
                                        && item.form().kind() == org.fascicle.clinical.finding.Kind.SOME_OF);
    }

    private void assertNotLowered(RandomCase before, RandomCase after, Item item, String code) {
        Assessment one = assessor.assess(before.file(true));
        Assessment other = assessor.assess(after.file(true));
        String what = item.linkId() + "=" + code + " " + fired(one) + " -> " + fired(other);
        assertTrue(other.urgency().isAtLeast(one.urgency()), what);
        assertTrue(concern(other, Outcome.NEUROMUSCULAR) >= concern(one, Outcome.NEUROMUSCULAR), what);
        assertTrue(concern(other, Outcome.METABOLIC) >= concern(one, Outcome.METABOLIC), what);
        assertTrue(concern(other, Outcome.BENIGN) <= concern(one, Outcome.BENIGN), what);
    }

    private static List<String> fired(Assessment assessment) {
        return assessment.fired().map(fired -> fired.rule().key()).toList();
    }

    /** Already diagnosed counts as the worst. */
    private static int concern(Assessment assessment, Outcome outcome) {
        return assessment.of(outcome).concern().map(Concern::ordinal).orElse(Concern.HIGH.ordinal());
    }
}
