package org.fascicle.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;

/**
 * A FHIR Bulk Data export: a file of responses, and a folder with a file for each type of the charts.
 *
 * @param bundles the same, each response in one Bundle with its chart, by type
 */
public record Export(Path responses, Path charts, List<String> bundles) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Export ofExampleCases(Path folder) throws IOException {
        List<String> responses = new ArrayList<>();
        List<String> bundles = new ArrayList<>();
        Map<String, List<String>> charts = new TreeMap<>();
        for (ExampleCase example : ExampleCase.all().toList()) {
            JsonNode response = tree(example.responseJson());
            Map<String, List<JsonNode>> own = chart(example);
            own.forEach((type, resources) -> resources.forEach(resource ->
                    charts.computeIfAbsent(type, first -> new ArrayList<>()).add(resource.toString())));
            responses.add(response.toString());
            bundles.add(own.isEmpty() ? response.toString() : bundle(own, response));
        }
        return write(folder, responses, charts, bundles);
    }

    /** Responses of that many random cases, each with a Patient and nothing else; written as they are made. */
    public static Export random(Path folder, int size) throws IOException {
        Stream<String> responses = LongStream.range(0, size)
                .mapToObj(seed -> RandomResponse.of(seed).toString());
        Stream<String> patients = LongStream.range(0, size)
                .mapToObj(seed -> "{\"resourceType\":\"Patient\",\"id\":\"p" + seed
                        + "\",\"gender\":\"female\",\"birthDate\":\"19" + (40 + seed % 60) + "-05-02\"}");
        return write(folder, responses::iterator, Map.of("Patient", patients::iterator), List.of());
    }

    private static Export write(
            Path folder,
            Iterable<String> responses,
            Map<String, ? extends Iterable<String>> charts,
            List<String> bundles)
            throws IOException {
        Path chartFolder = Files.createDirectories(folder.resolve("charts"));
        Path file = Files.write(folder.resolve("QuestionnaireResponse.ndjson"), responses);
        for (Map.Entry<String, ? extends Iterable<String>> chart : charts.entrySet()) {
            Files.write(chartFolder.resolve(chart.getKey() + ".ndjson"), chart.getValue());
        }
        return new Export(file, chartFolder, bundles);
    }

    private static Map<String, List<JsonNode>> chart(ExampleCase example) throws IOException {
        Map<String, List<JsonNode>> byType = new TreeMap<>();
        if (example.chartJson().isPresent()) {
            for (JsonNode entry : tree(example.chartJson().get()).path("entry")) {
                JsonNode resource = entry.path("resource");
                String type = resource.path("resourceType").asText();
                byType.computeIfAbsent(type, first -> new ArrayList<>()).add(resource);
            }
        }
        return byType;
    }

    private static String bundle(Map<String, List<JsonNode>> chart, JsonNode response) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        chart.values()
                .forEach(resources ->
                        resources.forEach(resource -> entries.addObject().set("resource", resource)));
        entries.addObject().set("resource", response);
        return bundle.toString();
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    public int size() {
        return bundles.size();
    }

    /** The judge of the command line, under a clock. */
    public static Assessing assessing(Clock clock) {
        Interviews interviews = new Interviews(Definitions.published());
        Wording wording = new Wording(interviews.current(), Locale.ENGLISH);
        return new Assessing(
                new ResponseReader(interviews), new Judge(Limits.standard()), new ResultToFhir(wording), clock);
    }
}
