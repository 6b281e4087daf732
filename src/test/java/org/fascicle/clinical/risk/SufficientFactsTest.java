package org.fascicle.clinical.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.testing.RandomCase;
import org.junit.jupiter.api.Test;

/** What is named against a rule suffices: whoever knows no more than that knows that the rule does not hold. */
class SufficientFactsTest {
    private static final int CASES = 300;

    @Test
    void whatSpeaksAgainstARuleIsEnoughByItself() {
        assertTrue(ruledOut().peek(SufficientFactsTest::assertEnough).count() > CASES);
    }

    private static void assertEnough(Explanation.RuledOut out) {
        List<Criterion.Leaf> against = out.against();
        assertEquals(
                Presence.ABSENT,
                new Knowing(out.facts(), new HashSet<>(against)).of(out.rule().when()),
                () -> out.rule().id() + " " + against);
    }

    private static Stream<Explanation.RuledOut> ruledOut() {
        return LongStream.range(0, CASES)
                .mapToObj(seed -> RandomCase.of(seed).file(true, Limits.standard()))
                .map(new Assessor()::assess)
                .flatMap(assessment -> new Explainer().explain(assessment).stream())
                .flatMap(explanation -> explanation.whyNotWorse().stream());
    }

    /** Kleene's logic, written down a second time, where all but a few facts are unknown. What is truly unknown stays so. */
    private record Knowing(Facts facts, Set<Criterion.Leaf> known) {

        Presence of(Criterion criterion) {
            if (criterion instanceof Criterion.Leaf leaf) {
                return known.contains(leaf) ? leaf.in(facts) : Presence.UNKNOWN;
            } else if (criterion instanceof Criterion.Named named) {
                return of(named.criterion());
            } else if (criterion instanceof Criterion.All all) {
                return atLeast(all.parts().size(), all.parts());
            } else if (criterion instanceof Criterion.Any any) {
                return atLeast(1, any.parts());
            } else if (criterion instanceof Criterion.AtLeast some) {
                return atLeast(some.count(), some.parts());
            } else if (criterion instanceof Criterion.Not not) {
                return of(not.part()).not();
            } else if (criterion instanceof Criterion.Judged judged) {
                return of(judged);
            } else if (criterion instanceof Criterion.ToldOrCharted either) {
                return atLeast(
                        1,
                        Stream.of(either.told(), either.charted())
                                .filter(source -> source.in(facts) != Presence.UNKNOWN)
                                .toList());
            }
            return of(((Criterion.Disputed) criterion).claim());
        }

        private Presence of(Criterion.Judged judged) {
            Presence told = of(judged.part());
            boolean isSettled = told != Presence.UNKNOWN || judged.part().in(facts) == Presence.UNKNOWN;
            return isSettled ? Presence.of(judged.among().contains(told)) : Presence.UNKNOWN;
        }

        private Presence atLeast(int count, List<Criterion> parts) {
            long present =
                    parts.stream().filter(part -> of(part) == Presence.PRESENT).count();
            long absent =
                    parts.stream().filter(part -> of(part) == Presence.ABSENT).count();
            return present >= count
                    ? Presence.PRESENT
                    : parts.size() - absent < count ? Presence.ABSENT : Presence.UNKNOWN;
        }
    }
}
