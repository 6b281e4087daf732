package org.fascicle.watch;

import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.Tag;

@Tag("deep")
@NeedsPostgres
class AssessedUnaskedOnPostgresTest extends AssessedUnaskedTest {
    @Override
    String chartUrl() {
        return PostgresCluster.freshSchema();
    }

    @Override
    String stateUrl() {
        return PostgresCluster.freshSchema();
    }
}
