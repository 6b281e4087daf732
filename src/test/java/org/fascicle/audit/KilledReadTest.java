package org.fascicle.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fascicle.state.Journal.Line;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that answers reads while its chain cannot be written is killed. */
class KilledReadTest {
    private static final int UNLOCKED = 20;
    private static final int ALL = 400;

    @TempDir
    Path folder;

    @Test
    @Tag("deep")
    void f9_aReadThatWasAnsweredIsInTheTrailAfterAKillEvenWhenTheTrailCouldNotBeWritten() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("state.db");
        int answered = answeredBeforeTheKill(url);

        StatePlace place = StatePlace.at(url);
        try (State state = State.open(place, Optional.empty(), Clock.systemUTC());
                AuditTrail trail = new AuditTrail(state.journal(), place.beside("-audit"), Clock.systemUTC())) {
            Verdict verdict = trail.verify();
            assertTrue(verdict.isWhole(), verdict.toString());
            List<Integer> patients = patients(state.journal().after(0, 10_000));
            assertTrue(patients.size() >= answered, patients.size() + " of " + answered);
            assertEquals(
                    IntStream.rangeClosed(1, patients.size()).boxed().toList(), patients, "each once, in its order");
        }
    }

    private static List<Integer> patients(List<Line> lines) {
        return lines.stream()
                .map(line -> Pattern.compile("Patient/([0-9]+)").matcher(line.text()))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
    }

    private static int answeredBeforeTheKill(String url) throws Exception {
        Process process = start(url);
        int answered = 0;
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
                Connection locking = DriverManager.getConnection(url + "?busy_timeout=60000");
                Statement lock = locking.createStatement()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                answered += line.startsWith("answered") ? 1 : 0;
                if (answered == UNLOCKED) {
                    lock.execute("BEGIN IMMEDIATE");
                } else if (answered == ALL) {
                    process.toHandle().destroyForcibly();
                }
            }
            process.waitFor();
            lock.execute("ROLLBACK");
        }
        assertTrue(answered >= ALL, answered + " answered");
        return answered;
    }

    private static Process start(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReadingProcess.class.getName(),
                        url)
                .redirectError(new File("/dev/null"))
                .start();
    }
}
