package org.fascicle.chart.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Migrations NOTES = new Migrations("notes", DatabaseTest.class);

    @TempDir
    Path folder;

    private Path file;
    private Database database;

    @BeforeEach
    void open() {
        file = folder.resolve("deep/er/notes.db");
        database = Database.open("jdbc:sqlite:" + file, NOTES);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyCommitGoesToTheDiskThroughAWriteAheadLog() {
        assertEquals("wal", pragma("journal_mode"));
        assertEquals("2", pragma("synchronous"), "FULL");
    }

    @Test
    void readersCannotWrite() {
        Fault fault = assertThrows(
                Fault.class, () -> database.read(session -> session.update("INSERT INTO note (text) VALUES ('x')")));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws IOException {
        write("a");
        for (String name : List.of("notes.db", "notes.db-wal", "notes.db-shm")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(name))),
                    name);
        }
    }

    @Test
    void aSchemaIsBroughtUpToDateOnceAndInOrder() {
        write("a");
        database.close();
        database = Database.open("jdbc:sqlite:" + file, NOTES);
        assertEquals(List.of("a"), notes());
        assertEquals(
                List.of(1, 2),
                database.read(session -> session.query(
                        "SELECT number FROM migration WHERE series = 'notes' ORDER BY number", row -> row.getInt(1))));
    }

    @Test
    void aSchemaFromANewerProgramIsLeftAlone() {
        database.write(
                session -> session.update("INSERT INTO migration (series, number, checked) VALUES ('notes', 99, 0)"));
        database.close();
        Fault fault = assertThrows(Fault.class, () -> Database.open("jdbc:sqlite:" + file, NOTES));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
        assertTrue(fault.getMessage().contains("newer program"), fault.getMessage());
    }

    @Test
    void aCopyTakenWhileOthersWriteIsWholeAndOpens() throws Exception {
        Thread writing = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                int pair = i;
                database.write(session -> session.update("INSERT INTO note (text) VALUES (?)", "left" + pair)
                        + session.update("INSERT INTO note (text) VALUES (?)", "right" + pair));
            }
        });
        write("before");
        writing.start();
        Path copy = folder.resolve("copy.db");
        database.backUp(copy);
        writing.join();
        try (Database copied = Database.open("jdbc:sqlite:" + copy, NOTES)) {
            List<String> notes =
                    copied.read(session -> session.query("SELECT text FROM note ORDER BY id", row -> row.getString(1)));
            assertEquals("before", notes.get(0));
            assertEquals(1, notes.size() % 2, "half a pair was copied");
            copied.write(session -> session.update("INSERT INTO note (text) VALUES ('new')"));
        }
        assertEquals(401, notes().size());
    }

    @Test
    void aCopyNeverReplacesAFileAndLeavesNoHalfOne() throws IOException {
        Path copy = Files.writeString(folder.resolve("copy.db"), "precious");
        Fault fault = assertThrows(Fault.class, () -> database.backUp(copy));
        assertEquals(Kind.CONFLICT, fault.kind());
        assertEquals("precious", Files.readString(copy));
        assertThrows(Fault.class, () -> database.backUp(folder.resolve("no/such/folder/copy.db")));
        assertFalse(Files.exists(folder.resolve("copy.db.partial")));
    }

    @Test
    void aHealthyStorePassesItsCheck() {
        database.check(1_000);
    }

    @Test
    void aStoreWhoseFileIsGoneTakesNoWriteAndFailsItsCheck() throws IOException {
        write("a");
        Files.move(file, folder.resolve("elsewhere.db"));
        assertEquals(
                Kind.UNAVAILABLE, assertThrows(Fault.class, () -> write("lost")).kind());
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(Fault.class, () -> database.check(1)).kind());
    }

    @Test
    void aStoreWhoseFileWasReplacedTakesNoWrite() throws IOException {
        Files.move(file, folder.resolve("elsewhere.db"));
        Files.createFile(file);
        assertEquals(
                Kind.UNAVAILABLE, assertThrows(Fault.class, () -> write("lost")).kind());
    }

    @Test
    void aFullStoreRefusesWhatDoesNotFitAndGoesOnWithWhatDoes() {
        Fault fault = assertThrows(
                Fault.class,
                () -> database.write(session -> {
                    session.first("PRAGMA max_page_count = 12", row -> row.getInt(1));
                    return session.update("INSERT INTO note (text) VALUES (?)", "x".repeat(100_000));
                }));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
        write("small");
        assertEquals(List.of("small"), notes());
    }

    @Test
    void aUrlThatNamesNoPlainFileOrServerIsRefused() {
        for (String url :
                List.of("jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:file:a?mode=memory", "jdbc:h2:x", "x")) {
            Fault fault = assertThrows(Fault.class, () -> Database.open(url, NOTES));
            assertEquals(Kind.NOT_SUPPORTED, fault.kind(), url);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Fault fault =
                assertThrows(Fault.class, () -> Database.open("jdbc:sqlite:" + folder.resolve("file/x.db"), NOTES));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
        assertTrue(fault.getMessage().contains("file/x.db"), fault.getMessage());
    }

    private void write(String text) {
        database.write(session -> session.update("INSERT INTO note (text) VALUES (?)", text));
    }

    private List<String> notes() {
        return database.read(session -> session.query("SELECT text FROM note ORDER BY id", row -> row.getString(1)));
    }

    private String pragma(String name) {
        return database.write(session -> session.first("PRAGMA " + name, row -> row.getString(1)))
                .orElseThrow();
    }
}
