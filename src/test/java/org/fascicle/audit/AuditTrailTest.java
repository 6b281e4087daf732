package org.fascicle.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.state.Journal;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private State state;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        state = open(url());
        trail = new AuditTrail(state.journal(), CLOCK);
    }

    @AfterEach
    void close() {
        trail.close();
        state.close();
    }

    @Test
    void anUntouchedTrailIsWhole() throws SQLException {
        record(5);

        assertEquals(new Verdict(5, link(5), Optional.empty()), trail.verify());
    }

    @Test
    void aChangedEventIsFound() throws SQLException {
        record(5);
        change("UPDATE fascicle_journal SET text = replace(text, 'app', 'apq') WHERE number = 3");

        assertEquals(Optional.of(3L), trail.verify().firstGap());
        assertEquals(2, trail.verify().whole());
    }

    @Test
    void aMissingEventIsFound() throws SQLException {
        record(5);
        change("DELETE FROM fascicle_journal WHERE number = 2");

        assertEquals(Optional.of(2L), trail.verify().firstGap());
    }

    @Test
    void twoEventsThatChangedPlacesAreFound() throws SQLException {
        record(4);
        change("UPDATE fascicle_journal SET number = 10 WHERE number = 2");
        change("UPDATE fascicle_journal SET number = 2 WHERE number = 3");
        change("UPDATE fascicle_journal SET number = 3 WHERE number = 10");

        assertEquals(Optional.of(2L), trail.verify().firstGap());
    }

    @Test
    void anEndThatWasCutOffShowsOnlyAgainstAHeadKeptElsewhere() throws SQLException {
        record(5);
        String kept = trail.verify().head();
        change("DELETE FROM fascicle_journal WHERE number = 5");

        assertTrue(trail.verify().isWhole());
        assertNotEquals(kept, trail.verify().head());
    }

    @Test
    void anEndThatWasCutOffWhileTheProgramRunsIsAGapAsSoonAsItGoesOn() throws SQLException {
        record(5);
        change("DELETE FROM fascicle_journal WHERE number = 5");
        record(1);

        assertEquals(Optional.of(5L), trail.verify().firstGap());
    }

    @Test
    void twoNodesShareOneChain() throws Exception {
        try (State other = open(url());
                AuditTrail theirs = new AuditTrail(other.journal(), CLOCK)) {
            CountDownLatch done = new CountDownLatch(2);
            for (AuditTrail one : List.of(trail, theirs)) {
                new Thread(() -> {
                            for (int i = 0; i < 20; i++) {
                                one.record(event(Deed.CREATE));
                            }
                            done.countDown();
                        })
                        .start();
            }
            done.await();
        }

        assertEquals(40, trail.verify().whole());
        assertTrue(trail.verify().isWhole());
    }

    @Test
    void aWriteIsOnTheDiskWhenRecordReturns() throws SQLException {
        trail.record(event(Deed.CREATE));

        assertEquals("1", ask("SELECT count(*) FROM fascicle_journal"));
    }

    @Test
    void f9_aReadIsNeverBlockedEvenWhenTheTrailCannotBeWritten() throws Exception {
        try (Connection locking = DriverManager.getConnection(url());
                Statement lock = locking.createStatement()) {
            lockOut(lock);
            long before = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                trail.record(event(Deed.READ));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            lock.execute("ROLLBACK");

            assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, took.toString());
        }
        trail.close();

        assertEquals("1000", ask("SELECT count(*) FROM fascicle_journal"));
    }

    @Test
    @Timeout(120)
    void f9_aCrowdOfReadsWaitsForTheTrailAndNoneIsRefusedOrLost() throws Exception {
        trail.close();
        trail = new AuditTrail(state.journal(), Optional.of(folder.resolve("spool")), CLOCK, 100);
        List<Throwable> refused = new CopyOnWriteArrayList<>();
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread one = new Thread(() -> IntStream.range(0, 1_000).forEach(n -> trail.record(event(Deed.READ))));
            one.setUncaughtExceptionHandler((thread, thrown) -> refused.add(thrown));
            crowd.add(one);
        }
        try (Connection locking = DriverManager.getConnection(url());
                Statement lock = locking.createStatement()) {
            lockOut(lock);
            crowd.forEach(Thread::start);
            while (!crowd.stream().allMatch(one -> one.getState() == Thread.State.TIMED_WAITING)) {
                Thread.sleep(1);
            }
            lock.execute("ROLLBACK");
        }
        for (Thread one : crowd) {
            one.join();
        }
        trail.close();

        assertEquals(List.of(), refused);
        assertEquals("4000", ask("SELECT count(*) FROM fascicle_journal"));
    }

    @Test
    void aClosedTrailLetsNothingBeAnswered() {
        trail.close();

        assertThrows(Fault.class, () -> trail.record(event(Deed.READ)));
    }

    @Test
    void theFirstLineFollowsNothing() {
        Journal.Line wrong = new Journal.Line(2, "text", "link");

        assertFalse(wrong.follows(Journal.Line.NONE));
    }

    /** Nobody else can write until this connection rolls back. */
    void lockOut(Statement lock) throws SQLException {
        lock.execute("BEGIN IMMEDIATE");
    }

    private State open(String url) {
        return State.open(new StatePlace(url, folder.resolve("state.key")), Optional.empty(), CLOCK);
    }

    private void record(int times) {
        for (int i = 0; i < times; i++) {
            trail.record(event(Deed.CREATE));
        }
    }

    private static Event event(Deed deed) {
        Who who = new Who("app", "Practitioner/1", "user/*.cruds");
        return new Event(deed, deed.toString(), who, "127.0.0.1", 200, "", Set.of(new Key("Patient", "1")));
    }

    private String link(int number) throws SQLException {
        return ask("SELECT link FROM fascicle_journal WHERE number = " + number);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                java.sql.ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The JDBC URL of where the state is. */
    String url() {
        return "jdbc:sqlite:" + folder.resolve("state.db");
    }
}
