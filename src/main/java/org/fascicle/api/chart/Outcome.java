package org.fascicle.api.chart;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.answer.Carried;
import org.fascicle.api.answer.Freshness;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What became of a write, as HAPI's server wants to know it; {@code Prefer: return} decides what of it is sent. */
final class Outcome {
    private Outcome() {}

    static MethodOutcome of(Written written, RequestDetails request) {
        Stored stored = written.stored();
        Freshness.tell(stored, request);
        Freshness.tellPlace(stored, request);
        MethodOutcome outcome = new MethodOutcome();
        outcome.setCreated(written.outcome() == Written.Outcome.CREATED);
        outcome.setResource(Carried.bundle(stored.json()));
        outcome.setOperationOutcome(said(written));
        return outcome;
    }

    private static OperationOutcome said(Written written) {
        OperationOutcome said = new OperationOutcome();
        said.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(
                        written.outcome() == Written.Outcome.FOUND
                                ? "`" + written.stored().location() + "` was there already; nothing was stored"
                                : "Stored as `" + written.stored().location() + "`");
        return said;
    }
}
