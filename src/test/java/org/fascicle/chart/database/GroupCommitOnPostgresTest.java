package org.fascicle.chart.database;

import org.fascicle.testing.PostgresCluster;

class GroupCommitOnPostgresTest extends GroupCommitTest {
    @Override
    String place() {
        return PostgresCluster.freshSchema();
    }
}
