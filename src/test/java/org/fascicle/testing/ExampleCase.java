package org.fascicle.testing;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** One folder of {@code examples/cases}: a response, perhaps a chart, and what a clinician expects of them. */
public record ExampleCase(Path folder) {

    /** One {@code key: value} line of {@code expect.txt}. */
    public record Expectation(String key, String value) {

        /** The words of the value; none for {@code (none)}. */
        public Set<String> words() {
            return value.equals("(none)") ? Set.of() : new TreeSet<>(Arrays.asList(value.split("\\s+")));
        }
    }

    public static Stream<ExampleCase> all() {
        try (Stream<Path> folders = Files.list(Path.of("examples/cases"))) {
            return folders.sorted().map(ExampleCase::new).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public String responseJson() {
        return text("response.json");
    }

    public QuestionnaireResponse response() {
        return FhirContext.forR4Cached().newJsonParser().parseResource(QuestionnaireResponse.class, responseJson());
    }

    public Optional<String> chartJson() {
        return Files.exists(folder.resolve("chart.json")) ? Optional.of(text("chart.json")) : Optional.empty();
    }

    public Optional<Bundle> chart() {
        return chartJson().map(json -> FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json));
    }

    public List<Expectation> expectations() {
        return text("expect.txt")
                .lines()
                .map(line -> line.replaceFirst("\\s*#.*$", ""))
                .filter(line -> line.contains(":"))
                .map(line -> new Expectation(
                        line.substring(0, line.indexOf(':')).strip(),
                        line.substring(line.indexOf(':') + 1).strip()))
                .toList();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
