package org.fascicle.chart.embedded;

import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.Nested;

/** Every test of the store, on a PostgreSQL. */
@NeedsPostgres
class StoreOnPostgresTest {

    @Nested
    class Searches extends SearchTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class OnlyTexts extends OnlyTextTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class Versions extends VersionsTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class Conditions extends ConditionalTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class OnePatient extends SamePatientTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class Operation extends OperatingTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class Dates extends DateSearchTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class Transactions extends TransactionTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class Pages extends PagingTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }

    @Nested
    class RoundTrips extends RoundTripTest {
        @Override
        String place() {
            return PostgresCluster.freshSchema();
        }
    }
}
