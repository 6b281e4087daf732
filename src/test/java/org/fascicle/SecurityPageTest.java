package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which test holds which promise names tests that are there. */
class SecurityPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Properties|IT))(?:\\.(\\w+))?`");

    @Test
    void everyTestItNamesIsThere() throws IOException {
        Map<String, List<String>> sources = sources();
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(PAGE));
        int count = 0;
        while (named.find()) {
            count++;
            String method = named.group(2) == null ? "class " + named.group(1) : " " + named.group(2) + "(";
            if (sources.getOrDefault(named.group(1), List.of()).stream().noneMatch(source -> source.contains(method))) {
                missing.add(named.group());
            }
        }

        assertTrue(count > 40, count + " tests named");
        assertEquals(List.of(), missing);
    }

    @Test
    void everyNumberHasATestOfItsOwn() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .toList();
        List<String> without = numbers()
                .filter(number -> rows.stream()
                        .noneMatch(row -> isAbout(number, row)
                                && NAMED.matcher(row.substring(row.indexOf('|', 2)))
                                        .find()))
                .toList();

        assertEquals(List.of(), without);
    }

    /** Of threats to the doors, their payloads, what is shown, reliability and the supply chain. */
    private static Stream<String> numbers() {
        return Map.of("A", 16, "B", 11, "C", 9, "D", 5, "G", 4).entrySet().stream()
                .flatMap(group -> Stream.concat(
                        IntStream.rangeClosed(1, group.getValue()).mapToObj(number -> group.getKey() + number),
                        group.getKey().equals("G") ? Stream.of("F9", "F10") : Stream.empty()))
                .sorted();
    }

    private static boolean isAbout(String number, String row) {
        return Pattern.compile("\\b" + number + "\\b")
                .matcher(row.substring(0, row.indexOf('|', 2)))
                .find();
    }

    /** By simple name, which several may have. */
    private static Map<String, List<String>> sources() throws IOException {
        Map<String, List<String>> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.computeIfAbsent(name, unknown -> new ArrayList<>()).add(Files.readString(file));
            }
        }
        return sources;
    }
}
