package org.fascicle.fhir.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * Every published definition.
 *
 * <p>The folder ships inside the jar, where it cannot be listed; {@code profiles/index.tsv} names its files, and a test
 * holds the two together.
 */
public final class Definitions {
    private static final String INDEX = "index.tsv";
    private static final Comparator<Definition> NEWEST_FIRST = Comparator.comparing(
                    (Definition definition) -> Version.parse(definition.version()))
            .reversed();

    private final List<Definition> all;

    private Definitions(List<Definition> all) {
        this.all = List.copyOf(all);
    }

    /** Those under {@code profiles/}. Reads the index only. */
    public static Definitions published() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Definition.open(INDEX), StandardCharsets.UTF_8))) {
            return new Definitions(lines.lines().map(Definition::ofLine).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Definition> all() {
        return all;
    }

    public List<Definition> ofType(String type) {
        return all.stream().filter(definition -> definition.type().equals(type)).toList();
    }

    /** These and one more, such as the next version of one of them; it stands in for one of the same url and version. */
    public Definitions with(MetadataResource more) {
        Definition added = Definition.of(more);
        Stream<Definition> others =
                all.stream().filter(other -> !other.toString().equals(added.toString()));
        return new Definitions(Stream.concat(others, Stream.of(added)).toList());
    }

    /** The version that is named, or the newest when none is. */
    public Optional<Definition> find(Canonical canonical) {
        return versions(canonical.url()).stream()
                .filter(definition ->
                        canonical.version().map(definition.version()::equals).orElse(true))
                .findFirst();
    }

    /** Every version, newest first. */
    public List<Definition> versions(String url) {
        return all.stream()
                .filter(definition -> definition.url().equals(url))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The newest version. */
    public Optional<Definition> find(String type, String id) {
        return all.stream()
                .filter(definition ->
                        definition.type().equals(type) && definition.id().equals(id))
                .min(NEWEST_FIRST);
    }
}
