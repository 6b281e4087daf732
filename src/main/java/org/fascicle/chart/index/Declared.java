package org.fascicle.chart.index;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resource types that are kept and the search parameters that are offered for each: what a chart needs. The standard
 * defines them; this list only chooses. Of two with the same path the first is the one that is kept.
 */
final class Declared {
    private Declared() {}

    /** Type to parameter names. */
    static final Map<String, List<String>> PARAMETERS = inOrder(List.of(
            entry("Patient", "identifier name family given birthdate gender active"),
            entry("Practitioner", "identifier name family given active"),
            entry("Organization", "identifier name active"),
            entry("Encounter", "subject patient identifier status class type date participant practitioner"),
            entry(
                    "QuestionnaireResponse",
                    "subject patient identifier status questionnaire authored encounter author source based-on"),
            entry(
                    "RiskAssessment",
                    "subject patient identifier date encounter method risk condition performer urgency"),
            entry(
                    "ServiceRequest",
                    "subject patient identifier status intent category code authored occurrence encounter requisition"
                            + " based-on priority requester"),
            entry(
                    "RequestGroup",
                    "subject patient identifier status intent code authored encounter group-identifier priority"),
            entry(
                    "Task",
                    "subject patient identifier status intent code authored-on modified encounter based-on focus"
                            + " group-identifier part-of owner requester priority"),
            entry("Provenance", "target patient recorded agent entity"),
            entry(
                    "Observation",
                    "subject patient identifier status category code date encounter based-on derived-from"),
            entry("Medication", "identifier code status"),
            entry("Subscription", "status type url"),
            entry(
                    "Condition",
                    "subject patient identifier code category clinical-status verification-status onset-date"
                            + " recorded-date encounter"),
            entry(
                    "MedicationRequest",
                    "subject patient identifier status intent category code medication authoredon encounter"),
            entry(
                    "MedicationStatement",
                    "subject patient identifier status category code medication effective context"),
            entry(
                    "DiagnosticReport",
                    "subject patient identifier status category code date issued encounter based-on result"),
            entry("Procedure", "subject patient identifier status category code date encounter based-on"),
            entry(
                    "DocumentReference",
                    "subject patient identifier status category type date period encounter author related"),
            entry("Device", "patient identifier status type device-name"),
            entry("AuditEvent", "patient date type subtype action outcome agent entity")));

    private static Map<String, List<String>> inOrder(List<Map.Entry<String, String>> lines) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        lines.forEach(
                line -> parameters.put(line.getKey(), List.of(line.getValue().split(" "))));
        return Collections.unmodifiableMap(parameters);
    }
}
