package org.fascicle.audit;

import org.fascicle.testing.PostgresCluster;

class KilledTrailOnPostgresTest extends KilledTrailTest {
    private final String database = PostgresCluster.freshDatabase();

    @Override
    String url() {
        return database;
    }
}
