package org.fascicle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The LOINC and SNOMED CT codes whose meaning was verified. No other may be published or emitted. */
public final class VerifiedCodes {
    private static final Path FILE = Path.of("src/test/resources/verified-codes.tsv");
    private static final Map<String, Code> CODES = read();

    private VerifiedCodes() {}

    /** @param isPublishable SNOMED CT codes outside the Global Patient Set are recognised on input only */
    public record Code(String system, String code, boolean isPublishable) {
        private String key() {
            return VerifiedCodes.key(system, code);
        }
    }

    public static Optional<Code> find(String system, String code) {
        return Optional.ofNullable(CODES.get(key(system, code)));
    }

    private static String key(String system, String code) {
        return system + "|" + code;
    }

    private static Map<String, Code> read() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(columns -> new Code(columns[0], columns[1], columns[2].equals("yes")))
                    .collect(Collectors.toUnmodifiableMap(Code::key, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
