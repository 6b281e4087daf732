package org.fascicle.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a Spark of two threads in this process, which has none of the program's libraries, against the command line. */
class AssessJobTest {
    private static final String NOW = "2026-11-22T10:00:00Z";
    private static final Path ROOT =
            Path.of(System.getProperty("basedir")).resolve("../..").normalize();
    private static final String PROGRAM = ROOT.resolve("target/fascicle.jar").toString();
    private static final String GENERATOR = ROOT.resolve("target/test-classes") + ":" + PROGRAM;

    @TempDir
    Path folder;

    @BeforeAll
    static void local() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
    }

    @Test
    void tenThousandResponsesHaveTheResultsOfTheCommandLine() throws Exception {
        assertSame(10_000, generated("10000"));
    }

    @Test
    void theExampleCasesWithTheirChartsHaveTheResultsOfTheCommandLine() throws Exception {
        assertSame(100, generated());
    }

    @Test
    void aLineThatCannotBeReadIsRefusedInTheSameWords() throws Exception {
        Path export = generated("10");
        Files.writeString(export.resolve("charts/Patient.ndjson"), "{\"resourceType\":\n", StandardOpenOption.APPEND);
        Files.writeString(responses(export), "\n{\"resourceType\":\"Patient\"}\n", StandardOpenOption.APPEND);
        Path one = commandLine(export);
        Path many = job(export);
        assertEquals(
                2,
                refused(one).stream()
                        .filter(line -> line.contains("line 11:") || line.contains("line 12:"))
                        .count());
        assertEquals(refused(one), sorted(parts(many.resolve("refused"))));
    }

    @Test
    void theProcessOfSparkHasNoneOfTheProgramsClasses() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.fascicle.Main"));
    }

    @Test
    void anOrderThatSaysTooLittleIsAnsweredWithWhatItTakes() {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> Order.read("--now", NOW, "responses.ndjson"));
        assertTrue(wrong.getMessage().contains("--program"), wrong::getMessage);
    }

    private void assertSame(int least, Path export) throws Exception {
        Path one = commandLine(export);
        Path many = job(export);
        List<String> expected = sorted(Stream.of(one));
        assertEquals(lines(responses(export)), expected.size() + refused(one).size());
        assertTrue(lines(responses(export)) >= least);
        assertFalse(expected.isEmpty());
        assertEquals(expected, sorted(parts(many.resolve("results"))));
        assertEquals(refused(one), sorted(parts(many.resolve("refused"))));
    }

    private Path generated(String... size) throws Exception {
        Path export = folder.resolve("export");
        List<String> arguments =
                new ArrayList<>(List.of("-cp", GENERATOR, "org.fascicle.testing.RandomExport", "" + export));
        arguments.addAll(List.of(size));
        assertEquals(0, java("generated.log", arguments));
        return export;
    }

    private Path commandLine(Path export) throws Exception {
        Path output = folder.resolve("one.ndjson");
        List<String> arguments = new ArrayList<>(List.of("-jar", PROGRAM, "assess", "" + responses(export)));
        arguments.addAll(List.of("--now", NOW, "--chart", export + "/charts", "--output", "" + output));
        int exit = java("one.log", arguments);
        assertTrue(exit == 0 || exit == 2, () -> "the command line ended with " + exit);
        return output;
    }

    private Path job(Path export) {
        Path output = folder.resolve("many");
        AssessJob.main(new String[] {
            "--program",
            PROGRAM,
            "--now",
            NOW,
            "--output",
            "" + output,
            "--chart",
            export + "/charts",
            "" + responses(export)
        });
        return output;
    }

    private int java(String log, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the process did not end");
        return process.exitValue();
    }

    private static Path responses(Path export) {
        return export.resolve("QuestionnaireResponse.ndjson");
    }

    /** What the command line refused, with place and reason, beside its results. */
    private static List<String> refused(Path results) throws IOException {
        return Files.readAllLines(results.resolveSibling("one.log")).stream()
                .filter(line -> line.contains(".ndjson line "))
                .sorted()
                .toList();
    }

    private static int lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
    }

    private static Stream<Path> parts(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-")).toList().stream();
        }
    }

    private static List<String> sorted(Stream<Path> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files.toList()) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines.stream().sorted().toList();
    }
}
