package org.fascicle.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command of the machine, run to its end within three minutes. */
public record Command(List<String> words, Map<String, String> environment, Optional<Path> input) {
    private static final long MINUTES = 3;

    /** How it ended, and everything it said. */
    public record Ended(int code, String output) {}

    public static Command of(String... words) {
        return new Command(List.of(words), Map.of(), Optional.empty());
    }

    /** Whether there is such a program on the path. */
    public static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    public Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(words, more, input);
    }

    /** With a file as its standard input. */
    public Command reading(Path file) {
        return new Command(words, environment, Optional.of(file));
    }

    public Ended run() {
        try {
            Path said = Files.createTempFile("said", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            input.map(Path::toFile).ifPresent(builder::redirectInput);
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(words + " did not end");
            }
            String output = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Ended(process.exitValue(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
