package org.fascicle.api.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.fascicle.api.Access.Caller;
import org.fascicle.api.Callers;
import org.fascicle.api.Place;
import org.fascicle.api.answer.Carried;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Result;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fhir.chart.ChartResources;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

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
        Inputs inputs = Inputs.of(request).only("response", "chart");
        QuestionnaireResponse response = inputs.resource("response", QuestionnaireResponse.class);
        Optional<Bundle> chart = inputs.findResource("chart", Bundle.class);
        if (response.getSubject().hasReference()) {
            Callers.of(request).requirePatient(response.getSubject().getReference());
        }
        try {
            return bundle(assessing.inline(response, chart.map(ChartResources::of)), request);
        } catch (Fault fault) {
            throw new Place(inputs.place("response") + ".resource").of(fault);
        }
    }

    private static Bundle bundle(Result result, RequestDetails request) {
        return Carried.bundle(result.bundle(request.getFhirServerBase()));
    }
}
