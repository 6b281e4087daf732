package org.fascicle.sandbox.ward;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** Takes back what came into a patient's chart since it was brought in. */
record Undoing(Chart chart, String patient) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ERROR = "entered-in-error";
    private static final List<String> TYPES = List.of(
            "Encounter",
            "Condition",
            "MedicationRequest",
            "MedicationStatement",
            "Observation",
            "DiagnosticReport",
            "Procedure",
            "DocumentReference",
            "QuestionnaireResponse",
            "RiskAssessment",
            "ServiceRequest",
            "RequestGroup",
            "Task");

    /** The first day's transaction, with everything else marked as entered in error in the same stroke. */
    Bundle transaction(Bundle firstDay) {
        Set<String> kept = firstDay.getEntry().stream()
                .map(entry -> entry.getRequest().getUrl())
                .collect(Collectors.toSet());
        TYPES.stream()
                .flatMap(type -> chart.searchAll(Search.of(type).where("patient", "Patient/" + patient)).stream())
                .filter(stored -> !kept.contains(stored.key().toString()))
                .filter(stored -> !stored.json().contains('"' + ERROR + '"'))
                .forEach(stored -> withdraw(stored, firstDay));
        return firstDay;
    }

    private static void withdraw(Stored stored, Bundle transaction) {
        Key key = stored.key();
        transaction
                .addEntry()
                .setResource(withdrawn(stored))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(key.toString())
                .setIfMatch(stored.etag());
    }

    /** Without its identifiers: what is made anew is to have them. */
    private static Resource withdrawn(Stored stored) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(stored.json());
            if (stored.key().type().equals("Condition")) {
                json.remove("clinicalStatus");
                json.putObject("verificationStatus")
                        .putArray("coding")
                        .addObject()
                        .put("system", "http://terminology.hl7.org/CodeSystem/condition-ver-status")
                        .put("code", ERROR);
            } else {
                json.put("status", ERROR);
            }
            json.remove(List.of("identifier", "requisition", "groupIdentifier", "text"));
            return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json.toString());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("`" + stored.key() + "` is stored, and is no JSON", unreadable);
        }
    }
}
