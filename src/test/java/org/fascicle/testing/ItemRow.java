package org.fascicle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row of the public contract of the interview: what callers rely on, which is never renamed or reused.
 *
 * @param type as in FHIR
 * @param repeats {@code yes}, or a dash
 * @param core {@code core}, or a dash
 * @param enabledWhen {@code linkId=code|code}, or a dash
 * @param codes with spaces between them; a unit or range for numbers; or a dash
 */
public record ItemRow(String linkId, String type, String repeats, String core, String enabledWhen, String codes) {
    private static final Path FILE = Path.of("src/test/resources/items.tsv");

    /** The rows in order, each with the group it stands in. */
    public record Placed(String group, ItemRow row) {}

    public static List<Placed> contract() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(column -> new Placed(
                            column[0], new ItemRow(column[1], column[2], column[3], column[4], column[5], column[6])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
