package org.fascicle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fascicle.Main;
import org.fascicle.testing.ExampleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user runs it: a process of its own. */
class AssessCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private record Run(int exit, List<String> out, List<String> err) {}

    @Test
    void aSingleResponseGivesOneResultBundleOnOneLine() throws Exception {
        Run run = assess("", "examples/cases/coffee-and-weak-hand/response.json");
        assertEquals(0, run.exit());
        assertEquals(1, run.out().size());
        JsonNode bundle = JSON.readTree(run.out().get(0));
        assertEquals("collection", bundle.path("type").asText());
        assertEquals(
                "RiskAssessment", bundle.at("/entry/0/resource/resourceType").asText());
        assertEquals(
                "urgent", bundle.at("/entry/0/resource/extension/0/valueCode").asText());
    }

    @Test
    void linesOfStandardInputAreAssessedInOrder() throws Exception {
        List<ExampleCase> examples = ExampleCase.all().limit(200).toList();
        Run run = assess(ndjson(examples), "-");
        assertEquals(0, run.exit());
        assertEquals(examples.size(), run.out().size());
        for (int i = 0; i < examples.size(); i++) {
            String basis = JSON.readTree(run.out().get(i))
                    .at("/entry/0/resource/basis/0/reference")
                    .asText();
            assertEquals("QuestionnaireResponse/" + examples.get(i).name(), basis);
        }
    }

    @Test
    void aRefusedLineIsNamedByItsNumberAndTheOthersAreAssessed() throws Exception {
        List<String> lines = ndjson(ExampleCase.all().limit(3).toList()).lines().toList();
        String broken = lines.get(1).replace("\"sx.onset\"", "\"sx.nonsense\"");
        Run run = assess(String.join("\n", lines.get(0), "", broken, "{\"resourceType\":", lines.get(2)), "-");
        assertEquals(2, run.exit());
        assertEquals(2, run.out().size());
        assertEquals(2, run.err().size(), run.err()::toString);
        assertTrue(run.err().get(0).startsWith("standard input line 3: "), run.err()::toString);
        assertTrue(run.err().get(0).contains("sx.nonsense"), run.err()::toString);
        assertTrue(run.err().get(1).startsWith("standard input line 4: "), run.err()::toString);
    }

    @Test
    void aChartMayComeInTheSameBundle() throws Exception {
        ExampleCase example = ExampleCase.all()
                .filter(candidate -> candidate.chartJson().isPresent())
                .filter(candidate -> candidate.expectations().stream()
                        .anyMatch(e -> e.value().contains("E-7")))
                .findFirst()
                .orElseThrow();
        JsonNode chart = JSON.readTree(example.chartJson().orElseThrow());
        ((com.fasterxml.jackson.databind.node.ArrayNode) chart.path("entry"))
                .addObject()
                .set("resource", JSON.readTree(example.responseJson()));
        Run run = assess(chart.toString(), "-");
        assertEquals(0, run.exit(), run.err()::toString);
        assertTrue(run.out().get(0).contains("E-7: "));
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Run run = assess("", "no-such-file.ndjson");
        assertEquals(2, run.exit());
        assertEquals(List.of("`no-such-file.ndjson` is not there; name a file, or `-` for standard input"), run.err());
    }

    @Test
    void whatIsNoJsonIsToldByItsPlaceAndNotRepeated() throws Exception {
        Run run = assess("{\"family\": Moreau}", "-");
        assertEquals(2, run.exit());
        assertEquals(1, run.err().size(), run.err()::toString);
        assertTrue(run.err().get(0).startsWith("standard input line 1: This is not JSON from character "));
        assertFalse(run.err().get(0).contains("Moreau"), run.err()::toString);
    }

    @Test
    void theVersionIsOfTheProgramAndOfTheRules() throws Exception {
        Run run = assess("", "--version");
        assertEquals(0, run.exit());
        assertEquals(2, run.out().size(), run.out()::toString);
        assertTrue(run.out().get(0).startsWith("fascicle "), run.out()::toString);
        assertEquals("rules 1.0.0", run.out().get(1));
    }

    private static String ndjson(List<ExampleCase> examples) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ExampleCase example : examples) {
            lines.append(JSON.readTree(example.responseJson())).append('\n');
        }
        return lines.toString();
    }

    private Run assess(String input, String... arguments) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "assess"));
        IntStream.range(0, arguments.length).forEach(i -> command.add(arguments[i]));
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the command did not end");
        return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    }
}
