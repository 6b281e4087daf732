package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs after all tests: no invented patient's name, birth date or free answer is in anything that was logged by any of them. What
 * was found stays in {@code target/test-logs} until {@code mvn clean}.
 */
class WhatWasLoggedIT {
    private static final Path LOGS = Path.of("target/test-logs");
    private static final int SHORTEST = 3;
    /** What is typed into tests. */
    private static final Pattern TYPED = Pattern.compile(
            "(?:setFamily|addGiven|setBirthDateElement\\(new DateType|setValueAsString)\\(\"([^\"\\\\]+)\"\\)"
                    + "|\\\\?\"(?:family|birthDate)\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\%]+)\\\\?\"");

    private static final Set<String> TOLD = Set.of("valueString", "family", "birthDate");

    @Test
    void f9_noPatientsNameBirthDateOrAnswerIsInAnyLogOfTheWholeSuite() throws IOException {
        Set<String> secrets = secrets();
        assertTrue(secrets.size() > 100, secrets.size() + " words to look for");
        Pattern any = Pattern.compile(
                "(?<![\\w-])(" + secrets.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?![\\w-])");
        List<Path> logs = files(LOGS, ".log");
        assertFalse(logs.isEmpty(), "tests log to " + LOGS);

        List<String> leaks = new ArrayList<>();
        for (Path log : logs) {
            for (String line : Files.readAllLines(log)) {
                Matcher found = any.matcher(line);
                if (found.find()) {
                    leaks.add("`" + found.group() + "` in " + log + ": " + line);
                }
            }
        }
        assertEquals(List.of(), leaks);
    }

    private static Set<String> secrets() throws IOException {
        Set<String> secrets = new TreeSet<>();
        ObjectMapper json = new ObjectMapper();
        for (String folder : List.of("examples", "src/test/resources", "src/main/resources")) {
            for (Path file : files(Path.of(folder), ".json")) {
                if (!file.startsWith("src/test/resources/fuzz")) {
                    collect(json.readTree(file.toFile()), secrets);
                }
            }
        }
        for (Path source : files(Path.of("src/test/java"), ".java")) {
            Matcher typed = TYPED.matcher(Files.readString(source));
            while (typed.find()) {
                secrets.add(typed.group(1) == null ? typed.group(2) : typed.group(1));
            }
        }
        secrets.removeIf(secret -> secret.strip().length() < SHORTEST);
        return secrets;
    }

    private static void collect(JsonNode node, Set<String> secrets) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (TOLD.contains(member.getKey()) && value.isTextual()) {
                secrets.add(value.asText());
            }
            if (member.getKey().equals("given") && value.isArray()) {
                value.forEach(given -> secrets.add(given.asText()));
            }
        });
        node.forEach(inner -> collect(inner, secrets));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
