package org.fascicle.fhir.response;

import java.util.List;
import org.fascicle.fault.Issue;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

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
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.fromCode(issue.code()))
                    .setDetails(new CodeableConcept().setText(issue.text()))
                    .setDiagnostics(issue.text())
                    .addExpression(issue.expression());
        }
        return outcome;
    }
}
