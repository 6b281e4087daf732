package org.fascicle.state;

import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;

@NeedsPostgres
class EntriesOnPostgresTest extends SharedEntries {
    @Override
    String url() {
        return PostgresCluster.freshDatabase();
    }

    @Override
    String freshUrl() {
        return PostgresCluster.freshDatabase();
    }
}
