package org.fascicle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * US Core 8 as its element list has it ({@code us-core-8-elements.txt}): what is required is there wherever its parent is,
 * and what refers to something refers to a type that may be there. Bindings are not checked.
 */
public final class UsCore {
    private static final Pattern LINE = Pattern.compile("   (\\S+) (\\d)\\.\\.(\\S+) MS ?(.*)");
    private static final Pattern TARGETS = Pattern.compile("Reference\\(([^)]*)\\)");
    private static final Map<String, List<Rule>> PROFILES = read();

    private record Rule(String path, int least, List<String> targets) {}

    private UsCore() {}

    public static void assertHolds(String profile, Resource resource) {
        assertEquals(List.of(), faults(profile, resource), profile);
    }

    public static List<String> faults(String profile, Resource resource) {
        JsonNode json = json(resource);
        return PROFILES.get(profile).stream()
                .flatMap(rule -> faults(rule, json))
                .toList();
    }

    private static Stream<String> faults(Rule rule, JsonNode json) {
        List<String> steps = List.of(rule.path().split("\\."));
        List<JsonNode> parents = follow(json, steps.subList(0, steps.size() - 1));
        String last = steps.get(steps.size() - 1);
        List<String> faults = new ArrayList<>();
        for (JsonNode parent : parents) {
            List<JsonNode> found = children(parent, last);
            if (found.size() < rule.least()) {
                faults.add("`" + rule.path() + "` is missing");
            }
            found.stream()
                    .map(element -> element.path("reference").asText())
                    .filter(reference -> !rule.targets().isEmpty() && !isAllowed(reference, rule.targets()))
                    .forEach(reference -> faults.add("`" + rule.path() + "` must not refer to `" + reference + "`"));
        }
        return faults.stream();
    }

    private static boolean isAllowed(String reference, List<String> targets) {
        Matcher relative = Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/[^/]+(?:/_history/[^/]+)?")
                .matcher(reference);
        return !relative.matches()
                || targets.contains("resource")
                || targets.contains(relative.group(1).toLowerCase(java.util.Locale.ROOT))
                || targets.stream()
                        .anyMatch(target -> target.startsWith("observation")
                                && relative.group(1).equals("Observation"));
    }

    private static List<JsonNode> follow(JsonNode from, List<String> steps) {
        List<JsonNode> here = List.of(from);
        for (String step : steps) {
            here = here.stream().flatMap(node -> children(node, step).stream()).toList();
        }
        return here;
    }

    /** Of a slice all elements count: the lists say what a slice needs in words we check by themselves. */
    private static List<JsonNode> children(JsonNode parent, String step) {
        String name = step.replaceFirst(":.*", "").replace("[x]", "");
        List<JsonNode> found = new ArrayList<>();
        parent.properties().stream()
                .filter(member -> member.getKey().equals(name)
                        || step.endsWith("[x]") && member.getKey().matches(name + "[A-Z].*"))
                .forEach(member -> (member.getValue().isArray() ? member.getValue() : List.of(member.getValue()))
                        .forEach(found::add));
        return found;
    }

    private static JsonNode json(Resource resource) {
        try {
            return new ObjectMapper()
                    .readTree(FhirContext.forR4Cached()
                            .newJsonParser()
                            .setStripVersionsFromReferences(false)
                            .encodeResourceToString(resource));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, List<Rule>> read() {
        Map<String, List<Rule>> profiles = new LinkedHashMap<>();
        List<Rule> current = new ArrayList<>();
        for (String line : lines()) {
            Matcher rule = LINE.matcher(line);
            if (line.startsWith("## ")) {
                current = new ArrayList<>();
                profiles.put(line.replaceFirst(".*/(\\S+) 8\\.0\\.0.*", "$1"), current);
            } else if (rule.matches() && !rule.group(1).contains(":ProvenanceTransmitter")) {
                current.add(new Rule(rule.group(1), Integer.parseInt(rule.group(2)), targets(rule.group(4))));
            }
        }
        return profiles;
    }

    private static List<String> targets(String type) {
        Matcher targets = TARGETS.matcher(type);
        return targets.find()
                ? Stream.of(targets.group(1).split("\\|"))
                        .map(target -> target.replaceFirst("^us-core-", "").toLowerCase(java.util.Locale.ROOT))
                        .toList()
                : List.of();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/us-core-8-elements.txt"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
