package org.fascicle.chart.embedded;

import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;

@NeedsPostgres
class PostgresChartTest extends EmbeddedChartTest {
    @Override
    String place() {
        return PostgresCluster.freshSchema();
    }
}
