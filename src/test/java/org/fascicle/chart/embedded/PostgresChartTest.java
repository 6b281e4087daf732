package org.fascicle.chart.embedded;

import org.fascicle.testing.PostgresCluster;

class PostgresChartTest extends EmbeddedChartTest {
    @Override
    String place() {
        return PostgresCluster.freshSchema();
    }
}
