package org.fascicle.assessing.writeback;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Types.coding;
import static org.fascicle.fhir.json.Types.concept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.result.Part;

/**
 * The whole result in words, as a document by US Core's <a
 * href="https://hl7.org/fhir/us/core/STU8/StructureDefinition-us-core-documentreference.html">DocumentReference</a>: the
 * narrative of the assessment, which names the proposals too.
 */
final class DocumentFromAssessment {
    static final String PROFILE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-documentreference";

    /** The kinds of documents have LOINC codes, of which none is for this; the profile's value set has this for it. */
    private static final String NULL_FLAVOR = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";

    private static final String CATEGORY = "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";

    private DocumentFromAssessment() {}

    /** @param url by which the other parts refer to it */
    static Part of(String url, Part assessment) {
        JsonNode risk = assessment.resource();
        ObjectNode document = Element.resource("DocumentReference").json();
        document.withObjectProperty("meta").withArrayProperty("profile").add(PROFILE);
        document.set("text", risk.path("text").deepCopy());
        document.set("identifier", risk.path("identifier").deepCopy());
        document.put("status", "current");
        document.put("docStatus", risk.path("status").asText());
        document.set(
                "type",
                concept(coding(NULL_FLAVOR, "UNK", "unknown"), "Fasciculation assessment")
                        .json());
        document.withArrayProperty("category")
                .add(element()
                        .add("coding", coding(CATEGORY, "clinical-note", "Clinical Note"))
                        .json());
        document.set("subject", risk.path("subject").deepCopy());
        document.put("date", risk.path("occurrenceDateTime").asText());
        document.put("description", "Fasciculation risk assessment with the proposed workup, in words");
        attach(document, risk);
        if (risk.has("encounter")) {
            document.withObjectProperty("context")
                    .withArrayProperty("encounter")
                    .add(risk.path("encounter"));
        }
        return new Part(url, document);
    }

    private static void attach(ObjectNode document, JsonNode risk) {
        String html = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"/><title>Fasciculation"
                + " assessment</title></head><body>"
                + risk.path("text").path("div").asText() + "</body></html>";
        document.withArrayProperty("content")
                .addObject()
                .withObjectProperty("attachment")
                .put("contentType", "text/html; charset=utf-8")
                .put("data", Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)))
                .put("title", "Fasciculation assessment");
    }
}
