package org.fascicle.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.chart.Chart;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;

/** A chart in a file of its own, and the use case as the program puts it together. */
public final class PracticeChart {
    private static final Interviews INTERVIEWS = new Interviews(Definitions.published());

    private PracticeChart() {}

    public static Chart open(Path folder, Clock clock) {
        return open("jdbc:sqlite:" + folder.resolve("chart.db"), clock);
    }

    public static Chart open(String url, Clock clock) {
        return EmbeddedChart.open(url, clock, () -> UUID.randomUUID().toString());
    }

    public static Assessing assessing(Clock clock) {
        return new Assessing(
                new ResponseReader(INTERVIEWS),
                new Judge(Limits.standard()),
                new ResultToFhir(new Wording(INTERVIEWS.current(), Locale.ENGLISH)),
                clock);
    }
}
