package org.fascicle.smart;

import org.fascicle.state.StatePlace;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;

/** The same with the state in PostgreSQL, as several nodes of a hospital have it. */
@NeedsPostgres
class RenewalOnPostgresTest extends RenewalTest {
    @Override
    StatePlace place() {
        return new StatePlace(PostgresCluster.freshDatabase(), directory.resolve("postgres.key"));
    }
}
