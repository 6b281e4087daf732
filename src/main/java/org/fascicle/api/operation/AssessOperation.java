package org.fascicle.api.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.Access.Caller;
import org.fascicle.api.Callers;
import org.fascicle.api.answer.Carried;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Result;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;

/** {@code $assess}: of a stored response, with the result written or only shown; and of a response that is sent along. */
public final class AssessOperation {
    private final Assessing assessing;

    public AssessOperation(Assessing assessing) {
        this.assessing = assessing;
    }

    @Operation(name = "$assess", typeName = "QuestionnaireResponse", manualRequest = true)
    public Bundle stored(@IdParam IdType id, RequestDetails request) {
        Inputs inputs = Inputs.of(request).only("preview");
        Caller caller = Callers.of(request);
        String response = new Key("QuestionnaireResponse", id.getIdPart()).id();
        boolean isPreview = inputs.findBoolean("preview").orElse(false);
        return bundle(
                isPreview ? assessing.preview(caller.chart(), response) : assessing.assess(caller.chart(), response),
                request);
    }

    @Operation(name = "$assess", typeName = "QuestionnaireResponse", manualRequest = true)
    public Bundle sentAlong(RequestDetails request) {
        return bundle(SentAlong.of(request).answered(assessing::inline), request);
    }

    private static Bundle bundle(Result result, RequestDetails request) {
        return Carried.bundle(result.bundle(request.getFhirServerBase()));
    }
}
