package org.fascicle.fhir.profile;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;

/** The folder {@code profiles/} as it stands in the source tree, and how it should stand there. */
final class PublishedFiles {
    private static final Path FOLDER = Path.of("profiles");
    private static final Path INDEX = FOLDER.resolve("index.tsv");
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private PublishedFiles() {}

    static List<Path> definitions() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(MetadataResource resource) {
        return FOLDER.resolve(
                resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MetadataResource parse(Path file) {
        return (MetadataResource) CONTEXT.newJsonParser().parseResource(text(file));
    }

    /** As HAPI prints it, so that a change to a file shows nothing but what was changed. */
    static String format(MetadataResource resource) {
        return CONTEXT.newJsonParser().setPrettyPrint(true).encodeResourceToString(resource) + "\n";
    }

    static String index() {
        return text(INDEX);
    }

    /** What the index should say. */
    static String indexOfFiles() {
        return definitions().stream().map(file -> line(file, parse(file))).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Path file, MetadataResource resource) {
        return String.join("\t", file.getFileName().toString(), resource.getUrl(), resource.getVersion());
    }

    /** Writes what can be derived and formats the rest. */
    static void write(List<MetadataResource> derived) {
        derived.forEach(resource -> write(file(resource), format(resource)));
        definitions().forEach(file -> write(file, format(parse(file))));
        write(INDEX, indexOfFiles());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
