package org.fascicle.sandbox.authority;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.Permission;
import org.fascicle.oauth.Scope;

/**
 * A scope on the consent page, in words a clinician reads.
 *
 * @param word the scope itself
 * @param says what it would allow
 */
public record AskedScope(String word, String says) {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Patient", "who the patient is"),
            Map.entry("Encounter", "this visit"),
            Map.entry("Observation", "results"),
            Map.entry("Condition", "problems"),
            Map.entry("MedicationRequest", "medicines"),
            Map.entry("MedicationStatement", "medicines the patient reports"),
            Map.entry("DiagnosticReport", "reports, such as an EMG"),
            Map.entry("Procedure", "procedures"),
            Map.entry("ServiceRequest", "orders and proposals"),
            Map.entry("RequestGroup", "the proposed workup"),
            Map.entry("QuestionnaireResponse", "interviews"),
            Map.entry("RiskAssessment", "assessments"),
            Map.entry("Task", "tasks"),
            Map.entry("Provenance", "who did what"),
            Map.entry("DocumentReference", "documents"));
    private static final Set<Permission> SEEING = Set.of(Permission.READ, Permission.SEARCH);

    static AskedScope of(String word) {
        return new AskedScope(word, Scope.find(word).map(AskedScope::says).orElseGet(() -> session(word)));
    }

    private static String session(String word) {
        return word.equals("offline_access") ? "Stay connected when you leave" : "Stay connected while you are here";
    }

    private static String says(Scope scope) {
        String name = narrowed(scope.query())
                .orElse(NAMES.getOrDefault(scope.type(), scope.type().equals("*") ? "everything" : scope.type()));
        boolean sees = scope.permissions().stream().anyMatch(SEEING::contains);
        boolean writes = !SEEING.containsAll(scope.permissions());
        return (sees ? writes ? "See and write " : "See " : "Write ") + name;
    }

    private static Optional<String> narrowed(String query) {
        if (query.contains("laboratory")) {
            return Optional.of("laboratory results");
        }
        return query.contains("vital-signs") ? Optional.of("vital signs") : Optional.empty();
    }
}
