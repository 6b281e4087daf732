package org.fascicle.knowledge;

import java.util.List;
import java.util.stream.LongStream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.knowledge.Disagreement.Twins;
import org.fascicle.testing.FhirCase;
import org.fascicle.testing.RandomCase;

/** How long one assessment takes, in microseconds, in Java and in the CQL engine. */
record Pace(int cases, double java, double cql) {

    static Pace of(long from, long to, Twins twins) {
        List<RandomCase> cases =
                LongStream.range(from, to).mapToObj(RandomCase::of).toList();
        List<CaseFile> files = cases.stream().map(each -> each.file(true)).toList();
        List<FhirCase> resources = cases.stream().map(FhirCase::of).toList();
        double java = microseconds(cases.size(), () -> files.forEach(new Assessor()::assess));
        double cql = microseconds(
                cases.size(), () -> resources.forEach(each -> twins.judge().judge(each, twins.parameters())));
        return new Pace(cases.size(), java, cql);
    }

    private static double microseconds(int cases, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1000.0 / cases;
    }
}
