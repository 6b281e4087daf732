package org.fascicle.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Parts;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.workup.Planner;
import org.fascicle.clinical.workup.Workup;
import org.fascicle.testing.RandomCase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The medicine alone: random cases with a chart, one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Judging {
    private static final int CASES = 256;

    private final Assessor assessor = new Assessor();
    private final Planner planner = new Planner();
    private final List<RandomCase> random =
            LongStream.range(0, CASES).mapToObj(RandomCase::of).toList();
    private final List<CaseFile> files =
            random.stream().map(one -> one.file(true)).toList();
    private final List<Assessment> assessments =
            files.stream().map(assessor::assess).toList();
    private final Criterion.Leaf[] leaves =
            Tables.rules().flatMap(rule -> Parts.leaves(rule.when())).distinct().toArray(Criterion.Leaf[]::new);
    private int next;

    private int next() {
        next = (next + 1) % CASES;
        return next;
    }

    /** The floor of an assessment: every question any rule asks, asked once, and no rule read. */
    @Benchmark
    public void everyQuestionOnce(Blackhole hole) {
        Facts facts = Facts.of(files.get(next()));
        for (Criterion.Leaf leaf : leaves) {
            hole.consume(leaf.in(facts));
        }
    }

    @Benchmark
    public CaseFile openTheFile() {
        RandomCase one = random.get(next());
        CaseFile file = files.get(next);
        return new CaseFile(file.authored(), file.answers(), one.patient(), file.chart(), file.limits());
    }

    @Benchmark
    public Assessment assess() {
        return assessor.assess(files.get(next()));
    }

    @Benchmark
    public Workup plan() {
        return planner.plan(assessments.get(next()));
    }

    @Benchmark
    public List<Advice> advise() {
        return AdviceTexts.forThe(assessments.get(next()));
    }

    /** Answers and chart facts in, judgement, plan and advice out. */
    @Benchmark
    public void all(Blackhole hole) {
        RandomCase one = random.get(next());
        CaseFile file = files.get(next);
        Assessment assessment = assessor.assess(
                new CaseFile(file.authored(), file.answers(), one.patient(), file.chart(), file.limits()));
        hole.consume(planner.plan(assessment));
        hole.consume(AdviceTexts.forThe(assessment));
    }
}
