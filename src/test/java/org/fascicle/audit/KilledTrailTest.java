package org.fascicle.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import org.fascicle.state.State;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that records is killed in the middle of it. */
class KilledTrailTest {
    @TempDir
    Path folder;

    @Test
    @Tag("deep")
    void f9_whatWasAnsweredIsInTheTrailAfterAKillAndTheChainIsWhole() throws Exception {
        String url = url();
        long answered = 0;
        for (int round = 0; round < 3; round++) {
            answered += answeredBeforeTheKill(url);

            try (State state = RecordingProcess.state(url, folder.resolve("state.key"));
                    AuditTrail trail = new AuditTrail(state.journal(), Clock.systemUTC())) {
                Verdict verdict = trail.verify();
                assertTrue(verdict.isWhole(), verdict.toString());
                assertTrue(verdict.whole() >= answered, verdict + " of " + answered);
            }
        }
    }

    /** The JDBC URL of where the state is. */
    String url() {
        return "jdbc:sqlite:" + folder.resolve("state.db");
    }

    private long answeredBeforeTheKill(String url) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RecordingProcess.class.getName(),
                        url,
                        folder.resolve("state.key").toString())
                .redirectError(new File("/dev/null"))
                .start();
        long answered = 0;
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("answered") && ++answered == 50) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertTrue(answered >= 50, answered + " answered");
        return answered;
    }
}
