package org.fascicle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fascicle.testing.Export;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of the example cases: one file of responses, and one of each type of the charts. */
class PopulationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private final List<Outcome> told = new ArrayList<>();
    private Export export;
    private Path results;

    @BeforeEach
    void write() throws IOException {
        export = Export.ofExampleCases(folder.resolve("export"));
        results = folder.resolve("results.ndjson");
    }

    @Test
    void eachResponseIsJudgedByItsPatientsChartAsIfTheyCameInOneBundle() throws Exception {
        assertEquals(0, run(Long.MAX_VALUE, told::add));
        assertEquals(expected(), sorted(results));
        assertFalse(Files.exists(folder.resolve("results.ndjson.work")));
    }

    @Test
    void howMuchIsHeldAtOnceChangesTheOrderOnly() throws Exception {
        assertEquals(0, run(100_000, told::add));
        assertEquals(expected(), sorted(results));
    }

    @Test
    void aRunCutShortGoesOnWhereItStoppedAndNothingIsJudgedTwice() throws Exception {
        Consumer<Outcome> cut = outcome -> {
            told.add(outcome);
            if (told.size() == 150) {
                throw new IllegalStateException("the machine went down");
            }
        };
        assertThrows(IllegalStateException.class, () -> run(100_000, cut));
        long kept = Files.size(results);
        assertTrue(kept > 0);
        told.clear();
        assertEquals(0, run(100_000, told::add, NOW.plusSeconds(60)));
        assertEquals(expected(), sorted(results));
        assertTrue(told.size() < export.size() - 100, () -> told.size() + " were judged again");
    }

    @Test
    void aFolderLeftByARunOverOtherFilesIsNotMixedIn() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> run(100_000, outcome -> {
                    throw new IllegalStateException("the machine went down");
                }));
        Files.writeString(export.responses(), "\n", java.nio.file.StandardOpenOption.APPEND);
        IOException refused = assertThrows(IOException.class, () -> run(100_000, told::add));
        assertTrue(refused.getMessage().contains("results.ndjson.work"), refused::getMessage);
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndTheRestIsJudged() throws Exception {
        Path patients = export.charts().resolve("Patient.ndjson");
        Files.writeString(patients, "{\"resourceType\":\n", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(1, run(Long.MAX_VALUE, told::add));
        List<Outcome> refused =
                told.stream().filter(outcome -> !outcome.isAssessed()).toList();
        assertEquals(1, refused.size());
        long last = Files.readAllLines(patients).size();
        assertEquals(patients + " line " + last, refused.get(0).line().place());
        assertEquals(expected(), sorted(results));
    }

    @Test
    void aPatientOfWhomTheExportHoldsNothingHasNoChartRatherThanAnEmptyOne() throws Exception {
        for (Path file : list(export.charts())) {
            Files.writeString(file, "");
        }
        assertEquals(0, run(Long.MAX_VALUE, told::add));
        assertTrue(Files.readAllLines(results).stream().allMatch(line -> line.contains("No chart was read")));
    }

    private long run(long bytesAtOnce, Consumer<Outcome> each) throws Exception {
        return run(bytesAtOnce, each, NOW);
    }

    private long run(long bytesAtOnce, Consumer<Outcome> each, Instant now) throws Exception {
        Population population =
                new Population(List.of(export.responses()), List.of(export.charts()), results, bytesAtOnce);
        try (PopulationRun run = new PopulationRun(population, each);
                Conveyor conveyor = new Conveyor(2)) {
            return run.run(now, PopulationTest::assessor, conveyor);
        }
    }

    private static LineAssessor assessor(Instant at) {
        return new LineAssessor(Export.assessing(java.time.Clock.fixed(at, ZoneOffset.UTC)));
    }

    /** The same cases, each as a Bundle of its own. */
    private List<String> expected() {
        LineAssessor assessor = assessor(NOW);
        return export.bundles().stream()
                .map(bundle -> assessor.assess(new Line("", 1, bundle)).text())
                .sorted()
                .toList();
    }

    private static List<String> sorted(Path file) throws IOException {
        return Files.readAllLines(file).stream().sorted().toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
