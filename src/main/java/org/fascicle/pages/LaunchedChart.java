package org.fascicle.pages;

import java.time.Clock;
import org.fascicle.chart.Chart;
import org.fascicle.chart.remote.FhirServer;
import org.fascicle.chart.remote.RemoteChart;
import org.fascicle.smart.Launch;
import org.fascicle.smart.Launches;

/** The chart of a launch: the EHR's own, read and written with that launch's token. */
@FunctionalInterface
public interface LaunchedChart {
    /** Opened for one request and closed after it; one that is shared must not mind being closed. */
    Chart open(Launch launch);

    /** On the FHIR server of the EHR that launched. */
    static LaunchedChart ofEhr(Launches launches, Clock clock) {
        return launch -> RemoteChart.open(
                FhirServer.at(launch.fhirBase(), new LaunchBearer(launches, launch))
                        .within(launch.ehr().terms().timeout()),
                clock);
    }
}
