package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fascicle.testing.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loop of {@code src/test/node/loop.mjs}, through a client that was not made by us. npm fetches it, at the versions and
 * with the digests of {@code package-lock.json}; nothing of it is part of the program.
 */
class NodeClientTest extends ServerTest {
    private static final String SKIPPED = "Node or npm is not there: the loop through a foreign client is not run";

    @Test
    void theLoopRunsThroughAClientThatIsNotOurs(@TempDir Path work) throws IOException {
        assumeTrue(Command.isThere("node") && Command.isThere("npm"), SKIPPED);
        for (String file : new String[] {"package.json", "package-lock.json", "loop.mjs"}) {
            Files.copy(Path.of("src/test/node", file), work.resolve(file));
        }
        Command.Ended fetched = Command.of(
                        "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", work.toString())
                .run();
        assertEquals(0, fetched.code(), fetched.output());
        Command.Ended ended = Command.of("node", work.resolve("loop.mjs").toString(), server.fhir())
                .reading(Path.of("examples/requests/store.json"))
                .run();
        assertEquals(0, ended.code(), ended.output());
        assertEquals(9, ended.output().lines().count(), ended.output());
        assertTrue(ended.output().contains("$assess: one RiskAssessment"));
    }
}
