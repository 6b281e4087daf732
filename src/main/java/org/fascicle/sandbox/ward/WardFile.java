package org.fascicle.sandbox.ward;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.Bundle;

/** A file of the ward: a FHIR transaction in which dates are still relative. */
record WardFile(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The file of this name: {@code ada}, or {@code otto.later} for what comes in after Otto was assessed. */
    static Optional<WardFile> find(String name) {
        try (InputStream file = WardFile.class.getResourceAsStream("/ward/" + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(new WardFile(JSON.readTree(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException("`ward/" + name + ".json` cannot be read", broken);
        }
    }

    /** The resource by which it is known whether the file was loaded. */
    Key first() {
        return key(json.path("entry").path(0));
    }

    /** The histories that were taken to their end. */
    Stream<Key> completed() {
        return StreamSupport.stream(json.path("entry").spliterator(), false)
                .filter(entry -> entry.at("/resource/resourceType").asText().equals("QuestionnaireResponse"))
                .filter(entry -> entry.at("/resource/status").asText().equals("completed"))
                .map(WardFile::key);
    }

    private static Key key(JsonNode entry) {
        return Key.fromReference(entry.at("/request/url").asText()).orElseThrow();
    }

    /** The transaction with its dates counted from a day. */
    Bundle transaction(Placeholders placeholders) {
        String filled = filled(json.deepCopy(), placeholders).toString();
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, filled);
    }

    private static JsonNode filled(JsonNode node, Placeholders placeholders) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(placeholders.fill(text.asText()));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filled(array.get(i), placeholders));
            }
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(filled(member.getValue(), placeholders)));
        }
        return node;
    }
}
