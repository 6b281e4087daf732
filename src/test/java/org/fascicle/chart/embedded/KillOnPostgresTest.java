package org.fascicle.chart.embedded;

import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
