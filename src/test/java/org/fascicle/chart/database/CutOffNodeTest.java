package org.fascicle.chart.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fascicle.fault.Fault;
import org.fascicle.testing.CutWire;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node loses its network in the middle of a write, while it has its turn. */
@Tag("deep")
@Timeout(120)
@NeedsPostgres
class CutOffNodeTest {
    private static final Migrations NOTES = new Migrations("notes", CutOffNodeTest.class);
    private static final String INSERT = "INSERT INTO note (text) VALUES (?)";

    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void theServerGivesItUpAndTheOthersGoOn() throws Exception {
        String url = PostgresCluster.freshDatabase();
        String port = url.replaceFirst(".*127.0.0.1:(\\d+)/.*", "$1");
        try (CutWire wire = CutWire.to(Integer.parseInt(port));
                Database cutOff = Database.open(url.replace(port, "" + wire.port()) + "&socketTimeout=2", NOTES);
                Database other = Database.open(url, NOTES)) {
            CompletableFuture<Integer> half = CompletableFuture.supplyAsync(() -> cutOff.write(this::writeHalf));
            assertTrue(inTheMiddle.await(60, TimeUnit.SECONDS));
            wire.fallSilent();

            int written = other.write(session -> session.update(INSERT, "of the other"));
            assertEquals(1, written);

            goOn.countDown();
            assertTrue(assertThrows(CompletionException.class, half::join).getCause() instanceof Fault);
            assertEquals(
                    List.of("of the other"),
                    other.read(session -> session.query("SELECT text FROM note", row -> row.getString(1))));
        }
    }

    private int writeHalf(Session session) throws SQLException {
        int first = session.update(INSERT, "one half");
        inTheMiddle.countDown();
        try {
            goOn.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return first + session.update(INSERT, "the other half");
    }
}
