package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.SCOPE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.fhir.ForeignJson;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes charts that can be read and breaks them at random: whatever still parses is read without an exception. */
class BrokenChartsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BREAKS = 12;
    private static final List<String> JUNK = List.of(
            "",
            " ",
            "\u0000",
            "\uD83E\uDDA0",
            "\u202Egnirts",
            "-1",
            "1e999999",
            "Patient/p1",
            "#",
            "#m",
            "urn:uuid:",
            "2026-13-45",
            "0001-01-01",
            "9999-12-31T23:59:59Z",
            "no ALS? but not without",
            "<script>",
            "active",
            "final",
            "mmol/L",
            "x".repeat(5000));

    @Test
    void noDamageMakesTheReadingThrow() throws JsonProcessingException {
        readDamaged(0, 1000);
    }

    @Test
    @Tag("deep")
    void norDoesMuchMoreOfIt() throws JsonProcessingException {
        readDamaged(1000, 30_000);
    }

    private static void readDamaged(int from, int to) throws JsonProcessingException {
        int parsed = 0;
        int results = 0;
        for (int seed = from; seed < to; seed++) {
            Random random = new Random(seed);
            JsonNode chart = JSON.readTree(JsonChart.text(seed % 2 == 0 ? "messy" : "full"));
            for (int i = random.nextInt(MOST_BREAKS); i >= 0; i--) {
                damage(chart, random);
            }
            Optional<ChartFacts> facts = parse(chart).map(BrokenChartsTest::read);
            parsed += facts.isPresent() ? 1 : 0;
            results += facts.map(read -> read.results().size()).orElse(0);
        }
        assertTrue(parsed > (to - from) / 2, "too few charts survived the parser: " + parsed);
        assertTrue(results > parsed, "too few results survived: " + results);
    }

    private static ChartFacts read(Bundle bundle) {
        return ChartFromFhir.read(ChartResources.of(bundle), SCOPE);
    }

    /** What the parser refuses never reaches the reading; an entry with an address and no resource trips HAPI itself. */
    private static Optional<Bundle> parse(JsonNode chart) {
        try {
            return Optional.of((Bundle) ForeignJson.read(chart.toString()));
        } catch (DataFormatException refused) {
            return Optional.empty();
        }
    }

    private static void damage(JsonNode chart, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(chart, objects);
        ObjectNode victim = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        victim.fieldNames().forEachRemaining(names::add);
        names.remove("resourceType");
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = victim.get(name);
        switch (random.nextInt(5)) {
            case 0 -> victim.remove(name);
            case 1 -> scramble(victim, name, value, random);
            case 2 -> victim.set(names.get(random.nextInt(names.size())), value);
            case 3 -> empty(value);
            default -> transplant(victim, name, objects.get(random.nextInt(objects.size())), random);
        }
    }

    private static void scramble(ObjectNode victim, String name, JsonNode value, Random random) {
        if (value.isTextual()) {
            victim.put(name, JUNK.get(random.nextInt(JUNK.size())));
        } else if (value.isNumber()) {
            victim.put(name, random.nextBoolean() ? -random.nextDouble() : random.nextLong());
        }
    }

    private static void empty(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.removeAll();
        } else if (value instanceof ArrayNode array) {
            array.removeAll();
        }
    }

    private static void transplant(ObjectNode victim, String name, ObjectNode donor, Random random) {
        List<String> names = new ArrayList<>();
        donor.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            JsonNode part = donor.get(names.get(random.nextInt(names.size()))).deepCopy();
            victim.set(name, part);
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
