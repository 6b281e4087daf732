package org.fascicle.api.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.Callers;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Staleness;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;

/** {@code RiskAssessment/[id]/$stale}: whether a recorded result is still what would be judged now. */
public final class StaleOperation {
    private final Assessing assessing;

    public StaleOperation(Assessing assessing) {
        this.assessing = assessing;
    }

    @Operation(name = "$stale", typeName = "RiskAssessment", idempotent = true, manualRequest = true)
    public Parameters stale(@IdParam IdType id, RequestDetails request) {
        Inputs.of(request).only();
        Key key = new Key("RiskAssessment", id.getIdPart());
        Staleness staleness = assessing.staleness(Callers.of(request).chart(), key.id());
        Parameters answer = new Parameters().addParameter("stale", new BooleanType(staleness.isStale()));
        staleness.reasons().forEach(reason -> answer.addParameter("reason", new StringType(reason)));
        return answer;
    }
}
