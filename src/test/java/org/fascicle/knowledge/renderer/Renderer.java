package org.fascicle.knowledge.renderer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A renderer that is not ours: a page for it, and what npm brings, in the versions and with the content of its lock file. */
enum Renderer {
    LHC_FORMS("lhc-forms", "node_modules/lforms/dist/lforms"),
    SMART_FORMS("smart-forms", "built");

    private static final long MINUTES_TO_FETCH = 4;

    private final Path source;
    private final Path home;
    private final Path files;

    Renderer(String name, String files) {
        source = Path.of("src/test/renderers", name);
        home = Path.of("target/renderers", name);
        this.files = home.resolve(files);
    }

    Path page() {
        return source.resolve("form.html");
    }

    Path files() {
        return files;
    }

    /** Skips the tests, with one line that says why, where npm is absent or reaches no registry. */
    void fetch() throws IOException, InterruptedException {
        if (!Files.isDirectory(files) || !sources().allMatch(this::copied)) {
            Files.createDirectories(home);
            for (Path file : sources().toList()) {
                Files.copy(file, copy(file), StandardCopyOption.REPLACE_EXISTING);
            }
            boolean fetched =
                    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund") && npm("run", "bundle", "--if-present");
            Assumptions.assumeTrue(
                    fetched, "no renderer: `npm ci` in " + home + " did not bring it, see npm.log there");
        }
    }

    private Stream<Path> sources() throws IOException {
        try (Stream<Path> all = Files.list(source)) {
            return all.toList().stream();
        }
    }

    private Path copy(Path file) {
        return home.resolve(file.getFileName());
    }

    private boolean copied(Path file) {
        try {
            return Files.exists(copy(file)) && Files.mismatch(file, copy(file)) < 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean npm(String... arguments) throws InterruptedException {
        try {
            Process npm = new ProcessBuilder(Stream.concat(Stream.of("npm"), List.of(arguments).stream())
                            .toList())
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(home.resolve("npm.log").toFile()))
                    .start();
            boolean ended = npm.waitFor(MINUTES_TO_FETCH, TimeUnit.MINUTES);
            npm.destroy();
            return ended && npm.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
