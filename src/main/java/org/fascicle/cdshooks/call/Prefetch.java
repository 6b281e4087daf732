package org.fascicle.cdshooks.call;

import org.fascicle.chart.Key;
import org.fascicle.chart.Search;

/**
 * What we ask an EHR to send along, so that we need not ask back. The templates hold simple tokens and common search
 * parameters only, for many EHRs offer no more.
 */
public enum Prefetch {
    PATIENT("patient", "Patient", ""),
    RESPONSES("responses", "QuestionnaireResponse", "&_sort=-authored&_count=50"),
    ASSESSMENTS("assessments", "RiskAssessment", ""),
    PROBLEMS("problems", "Condition", ""),
    RESULTS("results", "Observation", "&category=laboratory&_sort=-date&_count=200"),
    ORDERS("orders", "ServiceRequest", "&_sort=-authored&_count=200"),
    MEDICATION_REQUESTS("medicationRequests", "MedicationRequest", ""),
    MEDICATION_STATEMENTS("medicationStatements", "MedicationStatement", ""),
    PROCEDURES("procedures", "Procedure", ""),
    REPORTS("reports", "DiagnosticReport", "");

    private final String key;
    private final String type;
    private final String rest;

    Prefetch(String key, String type, String rest) {
        this.key = key;
        this.type = type;
        this.rest = rest;
    }

    /** The type of resource it holds. */
    public String type() {
        return type;
    }

    /** Its name in a request. */
    public String key() {
        return key;
    }

    public String template() {
        return this == PATIENT ? "Patient/{{context.patientId}}" : type + "?patient={{context.patientId}}" + rest;
    }

    /** What it holds, in words. */
    public String words() {
        return key.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether we can say nothing at all without it. The rest may be out of reach, and the card then says so. */
    boolean isEssential() {
        return switch (this) {
            case PATIENT, RESPONSES, ASSESSMENTS, PROBLEMS, RESULTS, ORDERS -> true;
            case MEDICATION_REQUESTS, MEDICATION_STATEMENTS, PROCEDURES, REPORTS -> false;
        };
    }

    /** Newest first, of which one page is enough. */
    boolean isNewestOnly() {
        return !rest.isEmpty();
    }

    Key patient(String id) {
        return new Key("Patient", id);
    }

    Search search(String patient) {
        Search own = Search.of(type).where("patient", "Patient/" + patient);
        return switch (this) {
            case RESPONSES -> own.sorted("-authored").count(50);
            case ORDERS -> own.sorted("-authored").count(200);
            case RESULTS -> own.where("category", "laboratory").sorted("-date").count(200);
            case MEDICATION_REQUESTS -> own.including("MedicationRequest:medication");
            case MEDICATION_STATEMENTS -> own.including("MedicationStatement:medication");
            case PATIENT, ASSESSMENTS, PROBLEMS, PROCEDURES, REPORTS -> own;
        };
    }
}
