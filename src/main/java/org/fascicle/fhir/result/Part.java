package org.fascicle.fhir.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One resource of a result, before a chart has given it an id.
 *
 * @param url the {@code urn:uuid:} by which the other parts refer to it
 */
public record Part(String url, ObjectNode resource) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Part parse(String url, String json) {
        try {
            return new Part(url, (ObjectNode) JSON.readTree(json));
        } catch (JsonProcessingException ourOwnJson) {
            throw new IllegalStateException(ourOwnJson);
        }
    }

    @Override
    public String toString() {
        return "Part[" + resource.path("resourceType").asText() + "]";
    }
}
