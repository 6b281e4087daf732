package org.fascicle;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.fascicle.access.ScopedChart;
import org.fascicle.access.token.Doorkeeper;
import org.fascicle.api.ApiDoor;
import org.fascicle.cdshooks.call.FhirServers;
import org.fascicle.chart.Chart;
import org.fascicle.chart.remote.Bearer;
import org.fascicle.chart.remote.FhirServer;
import org.fascicle.chart.remote.RemoteChart;

/**
 * Opens the chart that a call for cards names: our own as far as the token reaches, without asking ourselves over HTTP, or
 * the EHR's.
 *
 * @param mostBytes of one of its answers
 */
record OpenedCharts(URI base, Chart own, Doorkeeper doorkeeper, int mostBytes, Clock clock) implements FhirServers {
    /** A card that comes later is of no use any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Chart open(URI server, String accessToken) {
        return server.equals(URI.create(base + ApiDoor.PATH))
                ? new ScopedChart(own, doorkeeper.admit("Bearer " + accessToken))
                : RemoteChart.open(
                        FhirServer.at(server.toString(), new OneToken(accessToken))
                                .within(PATIENCE)
                                .atMost(mostBytes),
                        clock);
    }

    /** The token of one call. There is no other. */
    private record OneToken(String given) implements Bearer {
        @Override
        public Optional<String> token() {
            return Optional.of(given);
        }

        @Override
        public Optional<String> tokenOtherThan(String refused) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "OneToken";
        }
    }

    @Override
    public String toString() {
        return "OpenedCharts";
    }
}
