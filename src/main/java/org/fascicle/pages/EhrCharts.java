package org.fascicle.pages;

import java.time.Clock;
import org.fascicle.assessing.writeback.Allowance;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.chart.remote.FhirServer;
import org.fascicle.chart.remote.RemoteChart;
import org.fascicle.chart.remote.RemoteCharts;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Scopes;
import org.fascicle.smart.Launch;
import org.fascicle.smart.Launches;
import org.fascicle.smart.trouble.LaunchRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On the FHIR servers of the EHRs that launched, knowing what each can do and what was left unfinished there.
 *
 * @param mostBytes of one of their answers
 */
public record EhrCharts(Launches launches, RemoteCharts charts, int mostBytes, Clock clock) implements LaunchedChart {
    private static final Logger LOG = LoggerFactory.getLogger(EhrCharts.class);

    @Override
    public Opened open(Launch launch) {
        FhirServer server = FhirServer.at(launch.fhirBase(), new LaunchBearer(launches, launch))
                .within(launch.ehr().terms().timeout())
                .atMost(mostBytes);
        RemoteChart chart = chart(server, launch);
        Scopes scopes = launches.scopes(launch);
        WriteBackPlan plan = WriteBackPlan.of(Allowance.of(chart.abilities(), scopes));
        return new Opened(GrantedChart.of(chart, scopes), plan);
    }

    /** What stands in the way now will at the first call too; there the page can keep what was entered. */
    private RemoteChart chart(FhirServer server, Launch launch) {
        try {
            return charts.open(server, launch.subject());
        } catch (LaunchRefused refused) {
            LOG.warn("{} is asked nothing beforehand: {}", server, refused.forLog());
        } catch (Fault fault) {
            if (fault.kind() == Kind.NOT_SUPPORTED) {
                throw fault;
            }
            LOG.warn("{} is asked nothing beforehand: {}", server, fault.getMessage());
        }
        return RemoteChart.open(server, clock);
    }
}
