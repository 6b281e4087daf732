package org.fascicle.spark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be done.
 *
 * @param program the program's jar, on the machine that submits
 * @param now the moment results are dated with
 * @param responses NDJSON files of responses, or folders of them
 * @param charts the same of the patients' charts
 * @param output a new folder for {@code results} and {@code refused}
 */
record Order(String program, Instant now, List<String> responses, List<String> charts, String output) {
    private static final String USAGE =
            "Usage: AssessJob --program fascicle.jar --now 2026-11-22T10:00:00Z --output FOLDER [--chart FILE]... RESPONSES...";

    static Order read(String... arguments) {
        Map<String, List<String>> given = new TreeMap<>();
        List<String> responses = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                responses.add(arguments[i]);
            } else if (i + 1 < arguments.length) {
                given.computeIfAbsent(arguments[i], first -> new ArrayList<>()).add(arguments[++i]);
            }
        }
        if (responses.isEmpty()
                || !given.keySet().containsAll(List.of("--program", "--now", "--output"))
                || !List.of("--program", "--now", "--output", "--chart").containsAll(given.keySet())) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Order(
                given.get("--program").get(0),
                Instant.parse(given.get("--now").get(0)),
                responses,
                given.getOrDefault("--chart", List.of()),
                given.get("--output").get(0));
    }
}
