package org.fascicle.api.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.api.Callers;
import org.fascicle.assessing.Populating;
import org.fascicle.assessing.Populating.Draft;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;

/**
 * {@code Questionnaire/fasciculation-history/$populate}: a draft with what the chart already tells.
 *
 * @see <a href="https://hl7.org/fhir/uv/sdc/OperationDefinition-Questionnaire-populate.html">SDC: populate</a>
 */
public final class PopulateOperation {
    private static final String HISTORY = "fasciculation-history";

    private final Populating populating;

    public PopulateOperation(Populating populating) {
        this.populating = populating;
    }

    @Operation(name = "$populate", typeName = "Questionnaire", manualRequest = true)
    public Parameters populate(@IdParam IdType id, RequestDetails request) {
        Inputs inputs = Inputs.of(request);
        if (!id.getIdPart().equals(HISTORY)) {
            throw new Fault(Kind.NOT_FOUND, "Only `Questionnaire/" + HISTORY + "` can be populated");
        }
        Optional<Reference> given = inputs.findValue("subject", Reference.class).filter(Reference::hasReference);
        String subject = inputs.patient("subject", given.map(Reference::getReference));
        Callers.of(request).requirePatient(subject);
        boolean isLocal = inputs.findBoolean("local").orElse(true);
        Draft draft = isLocal ? populating.populate(Callers.of(request).chart(), subject) : populating.empty(subject);
        Parameters answer = new Parameters();
        answer.addParameter().setName("response").setResource(draft.response());
        List<OperationOutcome.OperationOutcomeIssueComponent> issues = issues(inputs, draft);
        if (!issues.isEmpty()) {
            answer.addParameter().setName("issues").setResource(new OperationOutcome().setIssue(issues));
        }
        return answer;
    }

    private static List<OperationOutcome.OperationOutcomeIssueComponent> issues(Inputs inputs, Draft draft) {
        List<OperationOutcome.OperationOutcomeIssueComponent> issues = new ArrayList<>();
        draft.unread().forEach(unread -> issues.add(issue(words(unread), IssueSeverity.WARNING)));
        inputs.unknown(List.of("subject", "local"))
                .forEach(name ->
                        issues.add(issue("The parameter " + name + " is not used here", IssueSeverity.INFORMATION)));
        return issues;
    }

    private static String words(Unread unread) {
        return (unread.reference().isEmpty() ? "Something in the chart" : "`" + unread.reference() + "`") + ": "
                + unread.why();
    }

    private static OperationOutcome.OperationOutcomeIssueComponent issue(String text, IssueSeverity severity) {
        return new OperationOutcome.OperationOutcomeIssueComponent()
                .setSeverity(severity)
                .setCode(IssueType.INCOMPLETE)
                .setDetails(new CodeableConcept().setText(text))
                .setDiagnostics(text);
    }
}
