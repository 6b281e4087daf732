package org.fascicle.chart.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {
    @TempDir
    Path folder;

    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private String url;
    private Database database;

    @BeforeEach
    void open() {
        url = place();
        database = Database.open(url, new Migrations("notes", GroupCommitTest.class));
    }

    /** The JDBC URL of an empty place. */
    String place() {
        return "jdbc:sqlite:" + folder.resolve("notes.db");
    }

    @AfterEach
    void close() {
        goOn.countDown();
        database.close();
    }

    @Test
    void writesThatWaitTogetherShareOneCommit() throws Exception {
        long before = database.commits();
        CompletableFuture<Integer> first = holdTheWriter();
        List<CompletableFuture<Integer>> others = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            others.add(insert("n" + i));
        }
        letGo();
        first.join();
        others.forEach(CompletableFuture::join);
        assertEquals(2, database.commits() - before, "one for the first, one for the fifty");
        assertEquals(51, notes().size());
    }

    @Test
    void aWriteThatFailsDoesNotSpoilTheOthersInItsCommit() throws Exception {
        holdTheWriter();
        List<CompletableFuture<Integer>> good = new ArrayList<>();
        List<CompletableFuture<Integer>> bugs = new ArrayList<>();
        List<CompletableFuture<Integer>> twice = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String text = "n" + i;
            good.add(insert(text));
            bugs.add(inBackground(() -> database.write(session -> {
                session.update("INSERT INTO note (text) VALUES (?)", "half " + text);
                throw new IllegalStateException("a bug");
            })));
            twice.add(inBackground(
                    () -> database.write(session -> session.update("INSERT INTO note (text) VALUES (?)", "same " + text)
                            + session.update("INSERT INTO note (text) VALUES (?)", "same " + text))));
        }
        letGo();
        good.forEach(CompletableFuture::join);
        bugs.forEach(bug -> assertTrue(cause(bug) instanceof IllegalStateException));
        twice.forEach(constraint -> assertEquals(Kind.UNAVAILABLE, ((Fault) cause(constraint)).kind()));
        assertEquals(11, notes().size(), () -> notes().toString());
    }

    @Test
    void readersSeeWhatIsCommittedWhileAWriteIsUnderWay() throws Exception {
        insert("committed").join();
        CompletableFuture<Integer> held = holdTheWriter();
        assertEquals(List.of("committed"), notes());
        letGo();
        held.join();
        assertEquals(List.of("committed", "held"), notes());
    }

    @Test
    void closingFinishesWhatWaitsAndTakesNothingMore() throws Exception {
        holdTheWriter();
        CompletableFuture<Integer> waiting = insert("waiting");
        CompletableFuture<Integer> closing = inBackground(() -> {
            database.close();
            return 0;
        });
        letGo();
        assertEquals(1, waiting.join());
        closing.join();
        Fault fault = assertThrows(Fault.class, () -> database.write(session -> session.update("DELETE FROM note")));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
    }

    @Test
    void anInterruptedCallerStillLearnsWhetherItsWriteHappened() throws Exception {
        holdTheWriter();
        CompletableFuture<Integer> waiting = insert("patient");
        threads.get(1).interrupt();
        letGo();
        assertEquals(1, waiting.join());
    }

    @Test
    void anotherProcessMayWriteBetweenOurWrites() throws Exception {
        insert("ours").join();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO note (text) VALUES ('theirs')");
        }
        insert("ours again").join();
        assertEquals(List.of("ours", "theirs", "ours again"), notes());
    }

    private CompletableFuture<Integer> holdTheWriter() throws InterruptedException {
        CompletableFuture<Integer> held = inBackground(() -> database.write(session -> {
            underWay.countDown();
            await(goOn);
            return session.update("INSERT INTO note (text) VALUES ('held')");
        }));
        assertTrue(underWay.await(10, TimeUnit.SECONDS));
        return held;
    }

    /** Once everybody else waits, lets the writer go on. */
    private void letGo() throws InterruptedException {
        for (Thread thread : threads) {
            while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
        goOn.countDown();
    }

    private CompletableFuture<Integer> insert(String text) {
        return inBackground(
                () -> database.write(session -> session.update("INSERT INTO note (text) VALUES (?)", text)));
    }

    private CompletableFuture<Integer> inBackground(Supplier<Integer> work) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        threads.add(thread);
        thread.start();
        return result;
    }

    private static Throwable cause(CompletableFuture<?> failed) {
        return assertThrows(CompletionException.class, failed::join).getCause();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> notes() {
        return database.read(session -> session.query("SELECT text FROM note ORDER BY id", row -> row.getString(1)));
    }
}
