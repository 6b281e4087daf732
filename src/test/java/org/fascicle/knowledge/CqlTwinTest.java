package org.fascicle.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.knowledge.Disagreement.Twins;
import org.fascicle.testing.RandomCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published CQL, run by an engine that is not ours, judges every case as Java does. */
class CqlTwinTest {
    private static final CqlJudge JUDGE = CqlJudge.published();
    private static final int MANY = 5500;

    @Test
    void someRandomCasesAreJudgedAlike() {
        assertEquals(List.of(), disagreements(0, 80, true));
        assertEquals(List.of(), disagreements(200, 220, false));
    }

    /** What the closed part still lists stays present; its silence is unknown to both. */
    @Test
    void aPartOfTheChartThatIsClosedIsUnknownToBoth() {
        for (ChartPart part : ChartPart.values()) {
            Map<String, Object> parameters = Map.of("ChartRead", true, "Withheld", List.of(part.name()));
            Twins twins = new Twins(JUDGE, true, Set.of(part), Limits.standard(), parameters);
            assertEquals(List.of(), disagreements(400, 412, twins));
        }
    }

    @Test
    @Tag("deep")
    void thousandsOfRandomCasesAreJudgedAlike() {
        assertEquals(List.of(), disagreements(1_000, 1_000 + MANY, true));
        assertEquals(List.of(), disagreements(10_000, 10_500, false));
    }

    /** Both judge the same cases in one run, after as many to warm up; reading FHIR is part of CQL's work. */
    @Test
    @Tag("deep")
    void javaJudgesFasterThanTheCqlEngine() {
        Twins twins = new Twins(JUDGE, true, Set.of(), Limits.standard(), Map.of("ChartRead", true));
        Pace warm = Pace.of(30_000, 30_500, twins);
        Pace pace = Pace.of(30_500, 31_000, twins);
        System.out.printf(
                "Microseconds for one assessment: Java %.1f, CQL engine %.0f, over %d random cases%n",
                pace.java(), pace.cql(), warm.cases());
        assertTrue(pace.java() < pace.cql(), pace::toString);
    }

    @Test
    @Tag("deep")
    void theRandomCasesMakeEveryRuleFire() {
        Set<String> fired = LongStream.range(1_000, 1_000 + MANY)
                .boxed()
                .flatMap(seed -> Verdict.of(RandomCase.of(seed).file(true)).fired().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> never = Tables.rules().map(Rule::key).collect(Collectors.toCollection(TreeSet::new));
        never.removeAll(fired);
        assertEquals(Set.of(), never);
    }

    /** Every limit somewhere within its bounds, given to Java as settings and to CQL as parameters. */
    @Test
    void theHospitalsOwnLimitsChangeBothAlike() {
        Random random = new Random(7);
        for (int round = 0; round < 2; round++) {
            Map<Limit, BigDecimal> own = drawn(random);
            Map<String, Double> settings = new HashMap<>();
            Map<String, Object> parameters = new HashMap<>();
            own.forEach((limit, value) -> {
                settings.put(limit.key(), value.doubleValue());
                parameters.put(limit.key(), value);
            });
            Twins twins = new Twins(JUDGE, true, Set.of(), Limits.of(settings), parameters);
            long first = 20_000 + round * 20L;
            assertEquals(List.of(), disagreements(first, first + 20, twins));
        }
    }

    private static List<Disagreement> disagreements(long from, long to, boolean withChart) {
        return disagreements(
                from, to, new Twins(JUDGE, withChart, Set.of(), Limits.standard(), Map.of("ChartRead", withChart)));
    }

    /** At most three: the first explains the others. */
    private static List<Disagreement> disagreements(long from, long to, Twins twins) {
        return LongStream.range(from, to)
                .mapToObj(seed -> Disagreement.find(seed, twins))
                .flatMap(Optional::stream)
                .limit(3)
                .toList();
    }

    /** A whole day, or a tenth of the way; only what keeps the limits in order. */
    private static Map<Limit, BigDecimal> drawn(Random random) {
        Map<Limit, BigDecimal> drawn = new HashMap<>();
        for (Limit limit : Limit.values()) {
            double value = limit.standard() + (limit.highest() - limit.lowest()) * (random.nextDouble() - 0.5) * 0.2;
            double within = Math.max(limit.lowest(), Math.min(limit.highest(), value));
            drawn.put(limit, BigDecimal.valueOf(Math.rint(within * 100) / 100));
        }
        return drawn;
    }
}
