package org.fascicle.fhir.response;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome;

/**
 * Writes issues as an OperationOutcome, one for one. The message stands in {@code details} for people, and again in
 * {@code diagnostics}, where HAPI's client looks for it.
 */
public final class IssuesToFhir {
    private IssuesToFhir() {}

    /** @param issues at least one, since an outcome without an issue says nothing */
    public static OperationOutcome outcome(List<Issue> issues) {
        OperationOutcome outcome = new OperationOutcome();
        for (Issue issue : issues) {
            outcome.addIssue()
                    .setSeverity(issue.severity())
                    .setCode(issue.type())
                    .setDetails(new CodeableConcept().setText(issue.message()))
                    .setDiagnostics(issue.message())
                    .addExpression(issue.expression());
        }
        return outcome;
    }
}
