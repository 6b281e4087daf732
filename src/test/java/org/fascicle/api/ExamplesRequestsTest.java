package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fascicle.testing.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of {@code examples/requests}, run as a reader runs them. */
class ExamplesRequestsTest extends ServerTest {
    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples/requests"))) {
            return files
                    .filter(file -> file.getFileName().toString().matches("[0-9].*\\.sh"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptSaysWhatCameBack(Path script) {
        assumeTrue(Command.isThere("curl"), "curl is not there, and the scripts ask with it");
        Command.Ended ended = run(script);
        assertEquals(0, ended.code(), ended.output());
        assertFalse(ended.output().isBlank());
    }

    @Test
    void aScriptFailsOnAnotherStatusThanItExpects() {
        assumeTrue(Command.isThere("curl"), "curl is not there, and the scripts ask with it");
        Command.Ended ended = Command.of("bash", "examples/requests/1-read-the-questionnaire.sh")
                .with("FASCICLE_URL", server.base() + "/elsewhere")
                .run();
        assertTrue(ended.code() != 0, ended.output());
        assertTrue(ended.output().contains("expected 200, got 404"), ended.output());
    }

    @Test
    void theCaseOfTheSecondScriptIsAnEmergency() {
        assumeTrue(Command.isThere("curl"), "curl is not there, and the scripts ask with it");
        Command.Ended ended = run(Path.of("examples/requests/2-assess-without-storing.sh"));
        assertTrue(ended.output().contains("urgency emergency"), ended.output());
    }

    private static Command.Ended run(Path script) {
        return Command.of("bash", script.toString())
                .with("FASCICLE_URL", server.base().toString())
                .run();
    }
}
