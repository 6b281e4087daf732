package org.fascicle.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path directory;

    record Letter(String text, int pages) {}

    @Test
    void neitherASecretThingNorItsNameCanBeReadInTheFile() throws IOException {
        try (State state = open(Optional.of(KEY))) {
            Shelf<Letter> letters = state.shelf("letter", Letter.class, Duration.ofHours(1));
            letters.put("handle-of-the-letter", new Letter("token-in-the-letter", 2));

            assertEquals(
                    new Letter("token-in-the-letter", 2),
                    letters.find("handle-of-the-letter").orElseThrow().value());
        }
        String written = everythingWritten();
        assertTrue(written.contains("letter"));
        assertFalse(written.contains("token-in-the-letter"));
        assertFalse(written.contains("handle-of-the-letter"));
    }

    @Test
    void aSealedThingMovedToAnotherPlaceDoesNotOpen() {
        try (State state = open(Optional.of(KEY))) {
            Shelf<Letter> letters = state.shelf("letter", Letter.class, Duration.ofHours(1));
            letters.put("mine", new Letter("hers", 1));
            String sealed = state.entries()
                    .find(new Key("letter", Digest.of("mine")))
                    .orElseThrow()
                    .value();

            state.entries().put(new Key("letter", Digest.of("yours")), sealed, Duration.ofHours(1));

            assertEquals(Optional.empty(), letters.find("yours"));
        }
    }

    @Test
    void aNodeWithAnotherKeyRefusesToStartAndNamesTheSetting() {
        open(Optional.of(KEY)).close();

        var refused = assertThrows(IllegalArgumentException.class, () -> open(Optional.of(OTHER_KEY)));

        assertTrue(refused.getMessage().contains("`FASCICLE_SECRET`"));
    }

    @Test
    void aSecretThatIsNoKeyIsRefusedAndNotRepeated() {
        var refused = assertThrows(IllegalArgumentException.class, () -> open(Optional.of("hunter2")));

        assertTrue(refused.getMessage().contains("`FASCICLE_SECRET`"));
        assertFalse(refused.getMessage().contains("hunter2"));
    }

    @Test
    void withoutASecretAKeyIsMadeOnceForTheOwnersEyesOnly() throws IOException {
        open(Optional.empty()).close();
        Path file = directory.resolve("state.key");
        String made = Files.readString(file);

        open(Optional.empty()).close();

        assertEquals(made, Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void onlyTheOwnerMayReadWhatIsKept() throws IOException {
        try (State state = open(Optional.of(KEY))) {
            state.entries().put(new Key("letter", "one"), "text", Duration.ofHours(1));
            for (String name : List.of("state.db", "state.db-wal", "state.db-shm")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))),
                        name);
            }
        }
    }

    @Test
    void aStateWhoseFileIsGoneTakesNothingAndSaysSo() throws IOException {
        try (State state = open(Optional.of(KEY))) {
            Journal journal = state.journal();
            Files.move(directory.resolve("state.db"), directory.resolve("elsewhere.db"));
            for (Executable write : List.<Executable>of(
                    () -> state.entries().put(new Key("letter", "one"), "text", Duration.ofHours(1)),
                    () -> journal.add(List.of(new Journal.Draft("text", Set.of()))),
                    () -> state.queue("work"))) {
                Fault gone = assertThrows(Fault.class, write);
                assertEquals(Kind.UNAVAILABLE, gone.kind());
                assertTrue(gone.getMessage().contains("is gone"), gone.getMessage());
            }
        }
    }

    @Test
    void anotherFileInThePlaceOfTheStateIsNotTheState() throws IOException {
        try (State state = open(Optional.of(KEY))) {
            Files.move(directory.resolve("state.db"), directory.resolve("elsewhere.db"));
            Files.createFile(directory.resolve("state.db"));
            assertThrows(Fault.class, () -> state.entries().find(new Key("letter", "one")));
        }
    }

    @Test
    void theStateStandsBesideTheStore() {
        assertEquals("jdbc:sqlite:data/fascicle-state.db", beside("jdbc:sqlite:data/fascicle.db"));
        assertEquals("jdbc:postgresql://db/chart", beside("jdbc:postgresql://db/chart"));
        assertEquals("jdbc:sqlite:data/fascicle-state.db", beside("https://fhir.example.org/r4"));
    }

    @Test
    void aPlaceThatIsNoDatabaseIsRefusedByName() {
        var refused = assertThrows(IllegalArgumentException.class, () -> StatePlace.at("jdbc:oracle:thin:@x"));

        assertTrue(refused.getMessage().contains("`FASCICLE_STATE`"));
    }

    @Test
    void aPlaceDoesNotTellItsPassword() {
        StatePlace place = StatePlace.at("jdbc:postgresql://db/chart?user=a&password=hunter2");

        assertFalse(place.toString().contains("hunter2"));
    }

    private static String beside(String store) {
        return StatePlace.of(Optional.empty(), store).url();
    }

    private State open(Optional<String> secret) {
        return State.open(StatePlace.at("jdbc:sqlite:" + directory.resolve("state.db")), secret, Clock.systemUTC());
    }

    private String everythingWritten() throws IOException {
        StringBuilder written = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                written.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return written.toString();
    }
}
