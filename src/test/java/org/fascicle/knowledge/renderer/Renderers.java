package org.fascicle.knowledge.renderer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The renderers that npm brings, in the versions and with the content that the lock file names. */
final class Renderers {
    private static final Path SOURCE = Path.of("src/test/renderers");
    private static final Path HOME = Path.of("target/renderers");
    private static final long MINUTES_TO_FETCH = 5;

    private Renderers() {}

    /** Skips the test, with one line that says why, where npm is absent or reaches no registry. */
    static Path lhcForms() throws IOException, InterruptedException {
        Path lhcForms = HOME.resolve("node_modules/lforms/dist/lforms");
        if (!Files.isDirectory(lhcForms)) {
            Files.createDirectories(HOME);
            for (String file : new String[] {"package.json", "package-lock.json"}) {
                Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Assumptions.assumeTrue(fetch(), "no LHC-Forms: `npm ci` in " + HOME + " did not bring it");
        }
        return lhcForms;
    }

    private static boolean fetch() throws InterruptedException {
        try {
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(HOME.resolve("npm.log").toFile())
                    .start();
            return npm.waitFor(MINUTES_TO_FETCH, TimeUnit.MINUTES) && npm.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
