package org.fascicle;

import java.net.URI;
import java.time.Clock;
import org.fascicle.access.ScopedChart;
import org.fascicle.access.token.Doorkeeper;
import org.fascicle.api.ApiDoor;
import org.fascicle.cdshooks.call.FhirServers;
import org.fascicle.chart.Chart;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Opens the chart that a call for cards names: our own as far as the token reaches, without asking ourselves over HTTP. */
record OpenedCharts(URI base, Chart own, Doorkeeper doorkeeper, Clock clock) implements FhirServers {

    @Override
    public Chart open(URI server, String accessToken) {
        if (server.equals(URI.create(base + ApiDoor.PATH))) {
            return new ScopedChart(own, doorkeeper.admit("Bearer " + accessToken));
        }
        throw new Fault(Kind.NOT_SUPPORTED, "charts on other servers are not read for cards yet");
    }
}
