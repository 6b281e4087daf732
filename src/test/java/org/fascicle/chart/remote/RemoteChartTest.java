package org.fascicle.chart.remote;

import java.nio.file.Path;
import java.time.Clock;
import org.fascicle.chart.Chart;
import org.fascicle.chart.ChartContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every chart promises, over the wire. */
class RemoteChartTest extends ChartContract {
    @TempDir
    Path folder;

    private ChartServer server;
    private Chart chart;

    @BeforeEach
    void open() {
        server = ChartServer.start(folder);
        chart = RemoteChart.open(FhirServer.at(server.base(), Bearer.NONE), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        chart.close();
        server.close();
    }

    @Override
    protected Chart chart() {
        return chart;
    }
}
