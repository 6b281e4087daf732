package org.fascicle.knowledge;

import java.util.List;
import java.util.Map;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.risk.Assessor;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.FhirCase;

/** Every example case judged by the published CQL, and by Java; the same engine as the test that holds both alike. */
public final class TwinPace {
    private static final int TIMES = 200;

    private final CqlJudge judge = CqlJudge.published();
    private final Assessor assessor = new Assessor();
    private final List<ExampleCase> examples = ExampleCase.all().toList();
    private final List<FhirCase> resources =
            examples.stream().map(Examples::asCode).toList();
    private final List<CaseFile> files = examples.stream().map(Examples::file).toList();

    /** Microseconds a case. */
    public double cql() {
        long begin = System.nanoTime();
        for (int i = 0; i < examples.size(); i++) {
            boolean isRead = examples.get(i).chartJson().isPresent();
            judge.judge(resources.get(i), Map.of("ChartRead", isRead, "ResponseId", Examples.RESPONSE_ID));
        }
        return (System.nanoTime() - begin) / 1e3 / examples.size();
    }

    /** Microseconds a case, to conclusions about risk, without the workup that the CQL proposes too. */
    public double java() {
        long begin = System.nanoTime();
        for (int time = 0; time < TIMES; time++) {
            files.forEach(assessor::assess);
        }
        return (System.nanoTime() - begin) / 1e3 / examples.size() / TIMES;
    }
}
