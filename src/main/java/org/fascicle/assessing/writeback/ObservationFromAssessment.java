package org.fascicle.assessing.writeback;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Types.coding;
import static org.fascicle.fhir.json.Types.concept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.result.Part;
import org.fascicle.fhir.term.Systems;

/**
 * The assessment as an Observation by US Core's <a
 * href="https://hl7.org/fhir/us/core/STU8/StructureDefinition-us-core-observation-screening-assessment.html">screening
 * assessment</a>: the urgency as its value, each prediction as a component, derived from the response.
 */
final class ObservationFromAssessment {
    static final String PROFILE =
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-screening-assessment";

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String[] TAKEN_OVER = {"language", "text", "identifier", "subject", "encounter", "note"};

    private ObservationFromAssessment() {}

    static Part of(Part assessment) {
        JsonNode risk = assessment.resource();
        ObjectNode observation = Element.resource("Observation").json();
        observation.withObjectProperty("meta").withArrayProperty("profile").add(PROFILE);
        for (String member : TAKEN_OVER) {
            put(observation, member, risk.path(member));
        }
        put(observation, "status", risk.path("status"));
        observation
                .withArrayProperty("category")
                .add(element()
                        .add("coding", coding(CATEGORY, "survey", "Survey"))
                        .json());
        put(observation, "code", risk.path("code"));
        put(observation, "effectiveDateTime", risk.path("occurrenceDateTime"));
        observation.set("valueCodeableConcept", value(risk).json());
        put(observation, "device", risk.path("performer"));
        derive(observation, risk);
        risk.path("prediction").forEach(prediction -> component(observation, prediction));
        return new Part(assessment.url(), observation);
    }

    private static Element value(JsonNode risk) {
        String urgency = "";
        for (JsonNode extension : risk.path("extension")) {
            if (Systems.URGENCY_EXTENSION.equals(extension.path("url").asText())) {
                urgency = extension.path("valueCode").asText();
            }
        }
        return concept(
                coding(Systems.URGENCY, urgency, ""), risk.path("mitigation").asText());
    }

    /** The profile derives from a response; what else the assessment rests on stands in its Provenance. */
    private static void derive(ObjectNode observation, JsonNode risk) {
        for (JsonNode basis : risk.path("basis")) {
            if (basis.path("reference").asText().contains("QuestionnaireResponse/")) {
                observation.withArrayProperty("derivedFrom").add(basis);
            }
        }
    }

    private static void component(ObjectNode observation, JsonNode prediction) {
        ObjectNode component = observation.withArrayProperty("component").addObject();
        put(component, "code", prediction.path("outcome"));
        if (prediction.has("qualitativeRisk")) {
            put(component, "valueCodeableConcept", prediction.path("qualitativeRisk"));
        } else {
            component.withObjectProperty("valueCodeableConcept").put("text", "Already diagnosed");
        }
    }

    private static void put(ObjectNode resource, String member, JsonNode value) {
        if (!value.isMissingNode()) {
            resource.set(member, value.deepCopy());
        }
    }
}
