package org.fascicle.audit;

import java.sql.SQLException;
import java.sql.Statement;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;

@NeedsPostgres
class AuditTrailOnPostgresTest extends AuditTrailTest {
    private final String database = PostgresCluster.freshSchema();

    @Override
    String url() {
        return database;
    }

    @Override
    void lockOut(Statement lock) throws SQLException {
        lock.execute("BEGIN");
        lock.execute("LOCK TABLE fascicle_journal IN SHARE MODE");
    }
}
