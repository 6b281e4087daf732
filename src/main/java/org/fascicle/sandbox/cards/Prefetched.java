package org.fascicle.sandbox.cards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;

/** Fills a service's prefetch templates from the chart. What the chart cannot answer is left out. */
record Prefetched(Chart chart, Visiting visiting) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([A-Za-z.]+)}}");

    /** @param templates as discovery lists them */
    ObjectNode fill(JsonNode templates) {
        ObjectNode filled = JSON.createObjectNode();
        templates
                .properties()
                .forEach(template ->
                        find(template.getValue().asText()).ifPresent(found -> filled.set(template.getKey(), found)));
        return filled;
    }

    private Optional<JsonNode> find(String template) {
        Optional<String> query = replaced(template);
        try {
            return query.map(this::answer);
        } catch (Fault notOffered) {
            return Optional.empty();
        }
    }

    /** Empty when a token is not known here. */
    private Optional<String> replaced(String template) {
        Map<String, String> values = Map.of(
                "context.patientId", visiting.patient(),
                "context.userId", "Practitioner/" + visiting.clinician(),
                "context.encounterId", visiting.encounter().orElse(""),
                "userPractitionerId", visiting.clinician());
        Matcher tokens = TOKEN.matcher(template);
        StringBuilder query = new StringBuilder();
        while (tokens.find()) {
            String value = values.getOrDefault(tokens.group(1), "");
            if (value.isEmpty()) {
                return Optional.empty();
            }
            tokens.appendReplacement(query, Matcher.quoteReplacement(value));
        }
        return Optional.of(tokens.appendTail(query).toString());
    }

    private JsonNode answer(String query) {
        Optional<Key> read = Key.fromReference(query);
        return read.isPresent() ? parsed(chart.read(read.get()).json()) : found(query);
    }

    private JsonNode found(String query) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode entries = bundle.putArray("entry");
        chart.searchAll(SearchUrl.read(query))
                .forEach(stored -> entries.addObject().set("resource", parsed(stored.json())));
        return bundle;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("what the chart stores is no JSON", unreadable);
        }
    }
}
