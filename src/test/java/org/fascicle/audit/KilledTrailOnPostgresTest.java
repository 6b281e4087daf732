package org.fascicle.audit;

import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;

@NeedsPostgres
class KilledTrailOnPostgresTest extends KilledTrailTest {
    private final String database = PostgresCluster.freshDatabase();

    @Override
    String url() {
        return database;
    }
}
