package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.testing.CutWire;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server in the network brings that a file does not: it can be cut off, say nothing, and have a second host. */
@Timeout(120)
@NeedsPostgres
class PostgresTest {
    private final String url = PostgresCluster.freshDatabase();

    @TempDir
    Path folder;

    @Test
    void aCutConnectionIsReplacedAndNobodyNotices() {
        try (EmbeddedChart chart = open(url)) {
            Key first = chart.create(new Observation()).key();
            PostgresCluster.cutConnections(url);
            Key second = chart.create(new Observation()).key();
            PostgresCluster.cutConnections(url);
            assertEquals(first, chart.read(first).key());
            assertEquals(second, chart.read(second).key());
            chart.check();
        }
    }

    @Test
    void theFirstHostIsDownAndTheSecondServes() {
        String twoHosts = url.replace("//127.0.0.1", "//127.0.0.1:1,127.0.0.1");
        try (EmbeddedChart chart = open(twoHosts)) {
            Key key = chart.create(new Observation()).key();
            assertEquals(key, chart.read(key).key());
        }
    }

    @Test
    @Tag("deep")
    void ofTwoHostsTheOneThatTakesWritesIsUsed() {
        try (PostgresCluster standby = PostgresCluster.own()) {
            String database = url.replaceFirst(".*/(test\\d+)\\?.*", "$1");
            PostgresCluster.execute(standby.url("postgres"), "CREATE DATABASE " + database);
            open(standby.url(database)).close();
            PostgresCluster.execute(standby.url("postgres"), "ALTER SYSTEM SET default_transaction_read_only = on");
            PostgresCluster.execute(standby.url("postgres"), "SELECT pg_reload_conf()");
            String twoHosts = url.replace("//127.0.0.1", "//127.0.0.1:" + standby.port() + ",127.0.0.1");
            try (EmbeddedChart chart = open(twoHosts)) {
                Key key = chart.create(new Observation()).key();
                assertEquals(key, chart.read(key).key());
            }
        }
    }

    @Test
    @Tag("deep")
    void aServerThatFallsSilentIsGivenUpAndFoundAgain() {
        int port = Integer.parseInt(url.replaceFirst(".*127.0.0.1:(\\d+)/.*", "$1"));
        try (CutWire wire = CutWire.to(port);
                EmbeddedChart chart = open(url.replace(":" + port + "/", ":" + wire.port() + "/")
                        + "&socketTimeout=1&loginTimeout=1&connectTimeout=1")) {
            Key before = chart.create(new Observation()).key();
            wire.fallSilent();
            assertUnavailable(chart::check);
            assertUnavailable(() -> chart.read(before));
            wire.mend();
            Key after = chart.create(new Observation()).key();
            assertEquals(before, chart.read(before).key());
            assertEquals(after, chart.read(after).key());
        }
    }

    @Test
    void aWriteThatWaitsTooLongForSomebodyElsesIsRefusedAndTheNextIsNot() throws Exception {
        try (EmbeddedChart chart = open(url + "&options=-c%20lock_timeout=1s");
                Connection administrator = DriverManager.getConnection(url);
                Statement statement = administrator.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("LOCK TABLE resource IN EXCLUSIVE MODE");
            CompletableFuture<Fault> refused = CompletableFuture.supplyAsync(
                    () -> assertThrows(Fault.class, () -> chart.create(new Observation())));
            assertEquals(Kind.UNAVAILABLE, refused.join().kind());
            statement.execute("ROLLBACK");
            chart.create(new Observation());
        }
    }

    @Test
    void aRowThatSomebodyElseChangedMeanwhileIsPlannedAnew() throws Exception {
        try (EmbeddedChart chart = open(url);
                Connection administrator = DriverManager.getConnection(url);
                Statement statement = administrator.createStatement()) {
            Observation observation = new Observation();
            observation.setId("shared");
            Stored first = chart.update(observation).stored();
            statement.execute("BEGIN ISOLATION LEVEL SERIALIZABLE");
            statement.execute("UPDATE resource SET updated = updated + 1 WHERE id = 'shared'");
            CompletableFuture<Stored> next = CompletableFuture.supplyAsync(
                    () -> chart.update(observation).stored());
            while (isNobodyWaiting()) {
                Thread.sleep(20);
            }
            statement.execute("COMMIT");
            assertEquals("1", first.version());
            assertEquals("2", next.join().version());
            assertEquals("2", chart.read(first.key()).version());
        }
    }

    @Test
    void aCopyIsTakenWithPostgresOwnTools() {
        try (EmbeddedChart chart = open(url)) {
            Fault fault = assertThrows(Fault.class, () -> chart.backUp(folder.resolve("copy.db")));
            assertEquals(Kind.NOT_SUPPORTED, fault.kind());
            assertTrue(fault.getMessage().contains("pg_dump"), fault.getMessage());
        }
    }

    private boolean isNobodyWaiting() throws Exception {
        try (Connection looking = DriverManager.getConnection(url);
                Statement statement = looking.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE datname ="
                        + " current_database() AND wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1) == 0;
        }
    }

    private static void assertUnavailable(org.junit.jupiter.api.function.Executable work) {
        assertEquals(Kind.UNAVAILABLE, assertThrows(Fault.class, work).kind());
    }

    private static EmbeddedChart open(String url) {
        return EmbeddedChart.open(
                url, Clock.systemUTC(), () -> UUID.randomUUID().toString());
    }
}
