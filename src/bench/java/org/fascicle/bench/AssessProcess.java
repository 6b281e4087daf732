package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fascicle.Main;
import org.fascicle.testing.Export;

/** One run of {@code fascicle assess} over an export, in a process of its own. */
final class AssessProcess {
    private static final int LOOK_EVERY_MILLIS = 50;

    private AssessProcess() {}

    /**
     * @param processorSeconds as far as they were seen before the end
     * @param mebibytes of memory in use at most, of the whole process; 0 where the system does not tell
     */
    record Cost(double seconds, double processorSeconds, long mebibytes) {}

    /** With a heap of 256 MiB, and as many processors as threads. The results are removed. */
    static Cost run(Export export, Path output, int threads) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:ActiveProcessorCount=" + threads,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "assess",
                export.responses().toString(),
                "--chart",
                export.charts().toString(),
                "--output",
                output.toString(),
                "--threads",
                "" + threads);
        Path log = output.resolveSibling("assess.log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Duration processor = Duration.ZERO;
        long kibibytes = 0;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            processor = process.info().totalCpuDuration().orElse(processor);
            kibibytes = Math.max(kibibytes, kibibytes(process));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        requireAllAnswered(process, export, output, log);
        return new Cost(seconds, processor.toMillis() / 1e3, kibibytes >> 10);
    }

    /** A line is answered or refused; a run that fell over is no figure. */
    private static void requireAllAnswered(Process process, Export export, Path output, Path log) throws IOException {
        if (process.exitValue() != 0 && process.exitValue() != 2
                || count(output) + countRefused(log) != count(export.responses())) {
            throw new IllegalStateException("the run did not end well: " + log);
        }
        Files.delete(output);
    }

    private static long count(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static long countRefused(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(".ndjson line ")).count();
        }
    }

    private static long kibibytes(Process process) {
        Path status = Path.of("/proc", "" + process.pid(), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
