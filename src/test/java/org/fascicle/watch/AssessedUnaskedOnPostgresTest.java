package org.fascicle.watch;

import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.Tag;

@Tag("deep")
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
