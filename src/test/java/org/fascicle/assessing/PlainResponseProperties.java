package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.RandomResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

class PlainResponseProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "7",
            "2.50",
            "1e3",
            "99999999999",
            "\"\"",
            "\" x\"",
            "\"completed\"",
            "\"2026-13-40\"",
            "\"2026-11\"",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "{\"extension\":[{\"url\":\"http://a.example\",\"valueBoolean\":true}]}",
            "[{\"linkId\":\"a\"}]",
            "{\"reference\":\"#p\"}");
    private static final List<String> NAMES = List.of(
            "extension", "_status", "valueCoding", "valueString", "valueInteger", "item", "id", "text", "meta", "none");

    @Example
    void everyCaseIsPlainAndReadAsHapiReadsIt() throws JsonProcessingException {
        for (ExampleCase example : ExampleCase.all().toList()) {
            JsonNode json = JSON.readTree(example.responseJson());
            assertTrue(PlainResponse.read(json).isPresent(), example::name);
            assertReadAsHapiReadsIt(json);
        }
    }

    @Property(tries = 300)
    void everyRandomResponseIsPlainAndReadAsHapiReadsIt(@ForAll long seed) {
        JsonNode json = RandomResponse.of(seed);
        assertTrue(PlainResponse.read(json).isPresent());
        assertReadAsHapiReadsIt(json);
    }

    @Property(tries = 1000)
    void whatIsReadOfAResponseBrokenAnywhereIsWhatHapiReads(@ForAll long seed, @ForAll int cuts) {
        ObjectNode json = RandomResponse.of(seed);
        json.putObject("meta").put("versionId", "3").put("lastUpdated", "2026-11-20T10:00:00.120Z");
        Random random = new Random(seed ^ cuts);
        for (int i = 0; i <= Math.floorMod(cuts, 3); i++) {
            breakSomewhere(json, random);
        }
        assertReadAsHapiReadsIt(json);
    }

    @Example
    void aDecimalIsKeptAsItIsWritten() {
        String text = "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\","
                + "\"item\":[{\"linkId\":\"a\",\"answer\":[{\"valueDecimal\":2.50}]}]}";
        QuestionnaireResponse read = SubmissionFromJson.read(text).response();
        assertEquals(
                "2.50",
                read.getItemFirstRep().getAnswerFirstRep().getValueDecimalType().getValueAsString());
    }

    /** Where ours reads it at all, HAPI accepts it strictly and reads the same. */
    private static void assertReadAsHapiReadsIt(JsonNode json) {
        Optional<QuestionnaireResponse> ours = PlainResponse.read(json);
        if (ours.isPresent()) {
            IParser hapi = FhirContext.forR4Cached().newJsonParser();
            hapi.setParserErrorHandler(new StrictErrorHandler());
            QuestionnaireResponse theirs = (QuestionnaireResponse) hapi.parseResource(json.toString());
            assertEquals(theirs.getId(), ours.get().getId());
            assertTrue(theirs.equalsDeep(ours.get()), json::toString);
            assertEquals(hapi.encodeResourceToString(theirs), hapi.encodeResourceToString(ours.get()));
        }
    }

    /** Replaces, adds or removes one member or element of something in it. */
    private static void breakSomewhere(ObjectNode json, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(json, containers);
        JsonNode broken = containers.get(random.nextInt(random.nextBoolean() ? containers.size() : 1));
        JsonNode strange = strange(random);
        if (broken instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(NAMES);
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0 && !name.equals("resourceType")) {
                object.remove(name);
            } else if (!name.equals("resourceType")) {
                object.set(name, strange);
            }
        } else if (broken instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), strange);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode strange(Random random) {
        try {
            return JSON.readTree(STRANGE.get(random.nextInt(STRANGE.size())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
