package org.fascicle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.testing.CaseInChart;
import org.fascicle.testing.ExampleCase;

/** FHIR in JSON and XML. */
final class Bodies implements Entry {
    private static final List<String> WORDS =
            Stream.concat(Words.ANY.stream(), Words.JSON.stream()).toList();
    private static final List<String> TARGETS = List.of(
            "POST /fhir/QuestionnaireResponse",
            "POST /fhir",
            "POST /fhir/QuestionnaireResponse/$assess",
            "POST /fhir/QuestionnaireResponse/$explain",
            "POST /fhir/QuestionnaireResponse/$extract",
            "POST /fhir/Questionnaire/$populate",
            "POST /fhir/PlanDefinition/$apply",
            "POST /fhir/Observation",
            "PUT /fhir/Patient/p");

    private final List<Seed> seeds = Stream.of(
                    Seed.in(Path.of("src/test/resources/fuzz/body")).stream(), examples(), charts())
            .flatMap(some -> some)
            .toList();

    private static Stream<Seed> charts() {
        return Stream.of("src/test/resources/charts/messy.json", "examples/requests/preview.json")
                .flatMap(file -> Seed.of(Path.of(file)));
    }

    private static Stream<Seed> examples() {
        return ExampleCase.all().skip(20).limit(6).flatMap(example -> {
            String xml = FhirContext.forR4Cached().newXmlParser().encodeResourceToString(example.response());
            return Stream.of(
                    new Seed(example.name(), example.responseJson().getBytes(UTF_8)),
                    new Seed(example.name() + " as XML", xml.getBytes(UTF_8)),
                    new Seed(
                            example.name() + " in the chart",
                            new CaseInChart(example).json().getBytes(UTF_8)));
        });
    }

    @Override
    public String name() {
        return "body";
    }

    @Override
    public List<Seed> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return WORDS;
    }

    @Override
    public List<String> targets() {
        return TARGETS;
    }

    @Override
    public Sent request(String target, byte[] input) {
        String format = input.length > 0 && input[0] == '<' ? "xml" : "json";
        String head = target + " HTTP/1.1\r\nContent-Type: application/fhir+" + format + "\r\n";
        return new Sent(head.getBytes(UTF_8), input);
    }
}
