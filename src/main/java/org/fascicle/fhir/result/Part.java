package org.fascicle.fhir.result;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IJsonLikeParser;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Resource;

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

    /** The same in HAPI's structure, read from the tree as it is and not from its text. */
    public Resource toFhir() {
        JacksonStructure tree = new JacksonStructure();
        tree.setNativeObject(resource);
        IJsonLikeParser parser = (IJsonLikeParser) FhirContext.forR4Cached().newJsonParser();
        return (Resource) parser.parseResource(tree);
    }

    @Override
    public String toString() {
        return "Part[" + resource.path("resourceType").asText() + "]";
    }
}
