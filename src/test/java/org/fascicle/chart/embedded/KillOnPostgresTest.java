package org.fascicle.chart.embedded;

import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@NeedsPostgres
class KillOnPostgresTest extends Killing {
    private final String database = PostgresCluster.freshDatabase();

    @Test
    @Tag("deep")
    void nothingAcknowledgedIsLostWhenTheProcessIsKilledThreeTimes() throws Exception {
        killAndLook(3);
    }

    @Override
    String url() {
        return database;
    }
}
