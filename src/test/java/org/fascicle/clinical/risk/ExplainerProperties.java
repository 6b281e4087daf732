package org.fascicle.clinical.risk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.testing.RandomCase;

/** Whatever the case: no answer changes a judgement that the explanation did not name beforehand. */
class ExplainerProperties {
    /** They decide which results and studies count and by which range; the explanation names the results and studies. */
    private static final Set<Item> READ_FROM_RECORDS = Set.of(Item.SX_ONSET, Item.HX_EMG, Item.PT_PREGNANT);

    private final Assessor assessor = new Assessor();
    private final Explainer explainer = new Explainer();

    @Property(tries = 4000)
    void anAnswerThatChangesAConcernWasNamedAsOneThatCould(@ForAll long seed, @ForAll int which) {
        RandomCase random = RandomCase.of(seed);
        List<Item> open = open(random);
        if (!open.isEmpty()) {
            Item item = open.get(Math.floorMod(which, open.size()));
            item.form().codes().forEach(code -> assertForeseen(random, item, code));
        }
        Statistics.coverage(drawn -> {
            drawn.check(1).count(raised -> raised > 50);
            drawn.check(-1).count(lowered -> lowered > 50);
        });
    }

    private void assertForeseen(RandomCase random, Item item, String code) {
        Assessment before = assessor.assess(random.file(true));
        Assessment after = assessor.assess(random.with(item, code).file(true));
        for (Outcome outcome : List.of(Outcome.NEUROMUSCULAR, Outcome.METABOLIC)) {
            int change = Integer.signum(rank(after, outcome) - rank(before, outcome));
            Explanation explanation = explainer.explain(outcome, before);
            Statistics.collect(change);
            String what = outcome + " " + item.linkId() + "=" + code + " " + keys(before) + " -> " + keys(after);
            assertTrue(change <= 0 || asked(explanation.couldRaise()).contains(item), "raised: " + what);
            assertTrue(change >= 0 || asked(explanation.couldLower()).contains(item), "lowered: " + what);
        }
    }

    private static List<String> keys(Assessment assessment) {
        return assessment.fired().map(one -> one.rule().key()).toList();
    }

    private static List<Item> open(RandomCase random) {
        return Stream.of(Item.values())
                .filter(item -> item.form().kind().isChoice())
                .filter(item -> !READ_FROM_RECORDS.contains(item))
                .filter(item -> !random.codes().containsKey(item))
                .filter(item -> random.answers().isOpen(item) == Presence.PRESENT)
                .toList();
    }

    private static int rank(Assessment assessment, Outcome outcome) {
        return assessment.of(outcome).concern().map(Concern::ordinal).orElse(Concern.HIGH.ordinal());
    }

    private static Set<Item> asked(List<Criterion.Leaf> leaves) {
        return leaves.stream().flatMap(ExplainerProperties::asked).collect(Collectors.toSet());
    }

    private static Stream<Item> asked(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Answered answered) {
            return Stream.of(answered.item());
        }
        if (leaf instanceof Criterion.Unanswered unanswered) {
            return Stream.of(unanswered.item());
        }
        return leaf instanceof Criterion.Compared compared && compared.measure() == Measure.DAYS_SINCE_ONSET
                ? Stream.of(Item.SX_ONSET)
                : Stream.empty();
    }
}
