package org.fascicle.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.testing.FhirCase;
import org.fascicle.testing.RandomCase;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;

/** A case on which Java and CQL are not agreed, made as small as it stays so. */
record Disagreement(long seed, RandomCase least, String what, Optional<String> firstFinding) {

    /** How a case is judged twice. */
    record Twins(
            CqlJudge judge, boolean withChart, Set<ChartPart> withheld, Limits limits, Map<String, Object> parameters) {

        Optional<String> difference(RandomCase random) {
            return Verdict.of(random.withholding(withheld).file(withChart, limits))
                    .firstDifference(judge.judge(FhirCase.of(random), parameters));
        }

        /** The named findings on which they differ, each made of those before it. */
        Optional<String> firstFinding(RandomCase random) {
            List<Criterion.Named> findings = Asked.findings();
            Facts facts = Facts.of(random.withholding(withheld).file(withChart, limits));
            EvaluationResult cql = judge.evaluate(
                    FhirCase.of(random),
                    parameters,
                    CqlLibraries.RULES,
                    findings.stream().map(Criterion.Named::name).toList());
            return findings.stream()
                    .filter(finding -> finding.in(facts)
                            != presence((Boolean) cql.get(finding.name()).getValue()))
                    .map(finding -> finding.name() + " is " + finding.in(facts) + " in Java")
                    .findFirst();
        }

        private static Presence presence(Boolean value) {
            return value == null ? Presence.UNKNOWN : Presence.of(value);
        }
    }

    static Optional<Disagreement> find(long seed, Twins twins) {
        RandomCase random = RandomCase.of(seed);
        return twins.difference(random).map(difference -> shrunk(seed, random, twins));
    }

    private static Disagreement shrunk(long seed, RandomCase random, Twins twins) {
        RandomCase least = random;
        Function<RandomCase, Optional<RandomCase>> next = one ->
                one.smaller().filter(less -> twins.difference(less).isPresent()).findFirst();
        for (Optional<RandomCase> less = next.apply(least); less.isPresent(); less = next.apply(least)) {
            least = less.get();
        }
        return new Disagreement(seed, least, twins.difference(least).orElseThrow(), twins.firstFinding(least));
    }

    @Override
    public String toString() {
        return Stream.of(
                        "seed " + seed + ": " + what,
                        "first finding: " + firstFinding.orElse("none"),
                        "answers " + least.codes() + " " + least.numbers() + " " + least.dates(),
                        "born " + least.patient().born() + " " + least.patient().sex(),
                        "chart " + least.chart().diagnoses() + least.chart().medicines()
                                + least.chart().results().stream()
                                        .map(result -> result.analyte() + "=" + result.value() + "@" + result.taken()
                                                + " " + result.report())
                                        .toList()
                                + least.chart().alerts().stream()
                                        .map(alert ->
                                                alert.analyte() + " alert@" + alert.taken() + " by " + alert.latest())
                                        .toList()
                                + least.chart().tests() + least.chart().orders())
                .reduce((all, line) -> all + "\n  " + line)
                .orElseThrow();
    }
}
