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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which test holds which promise names tests that are there. */
class SecurityPageTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Properties))(?:\\.(\\w+))?`");

    @Test
    void everyTestItNamesIsThere() throws IOException {
        Map<String, List<String>> sources = sources();
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(Path.of("src/site/markdown/security.md")));
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
