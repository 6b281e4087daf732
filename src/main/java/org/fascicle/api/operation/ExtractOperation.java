package org.fascicle.api.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.Callers;
import org.fascicle.api.Place;
import org.fascicle.assessing.Extracting;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fhir.extract.Extracted;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * {@code $extract}: what a response states, as Observations in a transaction that the caller may post.
 *
 * @see <a href="https://hl7.org/fhir/uv/sdc/OperationDefinition-QuestionnaireResponse-extract.html">SDC: extract</a>
 */
public final class ExtractOperation {
    private static final String RESPONSE = "questionnaire-response";

    private final Extracting extracting;

    public ExtractOperation(Extracting extracting) {
        this.extracting = extracting;
    }

    @Operation(name = "$extract", typeName = "QuestionnaireResponse", manualRequest = true)
    public Parameters stored(@IdParam IdType id, RequestDetails request) {
        Inputs.of(request).only();
        Key key = new Key("QuestionnaireResponse", id.getIdPart());
        return answer(extracting.extract(Callers.of(request).chart(), key.id()));
    }

    @Operation(name = "$extract", typeName = "QuestionnaireResponse", manualRequest = true)
    public Parameters sentAlong(RequestDetails request) {
        Inputs inputs = Inputs.of(request).only(RESPONSE);
        QuestionnaireResponse response = inputs.resource(RESPONSE, QuestionnaireResponse.class);
        if (response.getSubject().hasReference()) {
            Callers.of(request).requirePatient(response.getSubject().getReference());
        }
        try {
            return answer(extracting.extract(response));
        } catch (Fault fault) {
            throw new Place(inputs.place(RESPONSE) + ".resource").of(fault);
        }
    }

    private static Parameters answer(Extracted extracted) {
        Parameters answer = new Parameters();
        if (extracted.transaction().hasEntry()) {
            answer.addParameter().setName("return").setResource(extracted.transaction());
        }
        if (!extracted.left().isEmpty()) {
            OperationOutcome left = new OperationOutcome();
            extracted
                    .left()
                    .forEach(words -> left.addIssue()
                            .setSeverity(IssueSeverity.INFORMATION)
                            .setCode(IssueType.INCOMPLETE)
                            .setDetails(new CodeableConcept().setText(words))
                            .setDiagnostics(words));
            answer.addParameter().setName("issues").setResource(left);
        }
        return answer;
    }
}
