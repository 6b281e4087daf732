package org.fascicle.chart.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.fascicle.chart.Chart;
import org.fascicle.chart.ChartContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedChartTest extends ChartContract {
    @TempDir
    Path folder;

    private Chart chart;

    @BeforeEach
    void open() {
        chart = EmbeddedChart.open(
                place(), Clock.systemUTC(), () -> UUID.randomUUID().toString());
    }

    /** The JDBC URL of an empty place. */
    String place() {
        return "jdbc:sqlite:" + folder.resolve("chart.db");
    }

    @AfterEach
    void close() {
        chart.close();
    }

    @Override
    protected Chart chart() {
        return chart;
    }
}
