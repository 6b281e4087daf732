package org.fascicle.chart.database;

import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;

@NeedsPostgres
class GroupCommitOnPostgresTest extends GroupCommitTest {
    @Override
    String place() {
        return PostgresCluster.freshSchema();
    }
}
