package org.fascicle.api.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.Callers;
import org.fascicle.api.answer.Carried;
import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;

/** {@code $explain}: why each risk of a response stands as it does, why not more, and what would change it. */
public final class ExplainOperation {
    private final Assessing assessing;

    public ExplainOperation(Assessing assessing) {
        this.assessing = assessing;
    }

    @Operation(name = "$explain", typeName = "QuestionnaireResponse", idempotent = true, manualRequest = true)
    public Parameters stored(@IdParam IdType id, RequestDetails request) {
        Inputs.of(request).only();
        Key key = new Key("QuestionnaireResponse", id.getIdPart());
        return answer(assessing.explain(Callers.of(request).chart(), key.id()));
    }

    @Operation(name = "$explain", typeName = "QuestionnaireResponse", manualRequest = true)
    public Parameters sentAlong(RequestDetails request) {
        return answer(SentAlong.of(request).answered(assessing::explain));
    }

    private static Parameters answer(String json) {
        return Carried.in(new Parameters(), json);
    }
}
