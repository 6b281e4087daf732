package org.fascicle.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.testing.CutWire;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@NeedsPostgres
class StateOnPostgresTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Key KEY = new Key("letter", "one");
    private static final int POOLED = 8;

    private final String url = PostgresCluster.freshDatabase();

    @TempDir
    Path directory;

    record Letter(String text) {}

    @Test
    void neitherASecretThingNorItsNameCanBeReadInTheTable() throws SQLException {
        try (State state = open(url)) {
            Shelf<Letter> letters = state.shelf("letter", Letter.class, HOUR);
            letters.put("handle-of-the-letter", new Letter("token-in-the-letter"));
            assertEquals(
                    new Letter("token-in-the-letter"),
                    letters.find("handle-of-the-letter").orElseThrow().value());
        }
        String written = everythingWritten();
        assertTrue(written.contains("letter"), written);
        assertFalse(written.contains("token-in-the-letter"));
        assertFalse(written.contains("handle-of-the-letter"));
    }

    @Test
    void cutConnectionsAreReplacedAndNothingIsLost() {
        try (State state = open(url)) {
            Journal journal = state.journal();
            state.entries().put(KEY, "kept", HOUR);
            journal.add(List.of(new Journal.Draft("first", Set.of())));
            PostgresCluster.cutConnections(url);
            journal.add(List.of(new Journal.Draft("second", Set.of())));
            assertEquals("kept", orAgain(state.entries()));
            assertEquals(
                    List.of("first", "second"),
                    journal.after(0, 10).stream().map(Journal.Line::text).toList());
        }
    }

    @Test
    void theFirstHostIsDownAndTheSecondServes() {
        try (State state = open(url.replace("//127.0.0.1", "//127.0.0.1:1,127.0.0.1"))) {
            state.entries().put(KEY, "there", HOUR);
            assertEquals("there", state.entries().find(KEY).orElseThrow().value());
        }
    }

    @Test
    @Tag("deep")
    void aServerThatFallsSilentIsGivenUpAndFoundAgain() {
        String port = url.replaceFirst(".*127.0.0.1:(\\d+)/.*", "$1");
        try (CutWire wire = CutWire.to(Integer.parseInt(port));
                State state = open(
                        url.replace(port, "" + wire.port()) + "&socketTimeout=1&loginTimeout=1&connectTimeout=1")) {
            state.entries().put(KEY, "kept", HOUR);
            wire.fallSilent();
            Fault silent = assertThrows(Fault.class, () -> state.entries().find(KEY));
            assertEquals(Kind.UNAVAILABLE, silent.kind());
            wire.mend();
            assertEquals("kept", orAgain(state.entries()));
        }
    }

    /** One that was cut within half a second after it was used is noticed only by using it, each of the pool's once. */
    private static String orAgain(Entries entries) {
        List<Fault> cut = new ArrayList<>();
        while (cut.size() <= POOLED) {
            try {
                return entries.find(KEY).orElseThrow().value();
            } catch (Fault fault) {
                cut.add(fault);
            }
        }
        throw new AssertionError("it never recovers", cut.get(0));
    }

    private String everythingWritten() throws SQLException {
        StringBuilder written = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT kind || ' ' || name || ' ' || value FROM fascicle_state")) {
            while (rows.next()) {
                written.append(rows.getString(1)).append('\n');
            }
        }
        return written.toString();
    }

    private State open(String place) {
        return State.open(new StatePlace(place, directory.resolve("state.key")), Optional.empty(), Clock.systemUTC());
    }
}
