package org.fascicle.api.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.fascicle.api.Callers;
import org.fascicle.api.answer.Carried;
import org.fascicle.assessing.Assessing;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.knowledge.definition.PlanApplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;

/**
 * {@code PlanDefinition/fasciculation-assessment/$apply}: the published plan for a patient whose history is in the chart.
 * Nothing is written.
 *
 * @see <a href="http://hl7.org/fhir/uv/cpg/OperationDefinition-cpg-plandefinition-apply.html">CPG: apply</a>
 */
public final class ApplyOperation {
    private final Assessing assessing;

    public ApplyOperation(Assessing assessing) {
        this.assessing = assessing;
    }

    @Operation(name = "$apply", typeName = "PlanDefinition", idempotent = true, manualRequest = true)
    public Bundle apply(@IdParam IdType id, RequestDetails request) {
        Inputs inputs = Inputs.of(request).only("subject");
        if (!id.getIdPart().equals(PlanApplier.PLAN_ID)) {
            throw new Fault(Kind.NOT_FOUND, "Only `PlanDefinition/" + PlanApplier.PLAN_ID + "` can be applied");
        }
        String subject = inputs.patient("subject", inputs.findText("subject"));
        Bundle applied = PlanApplier.apply(assessing.newest(Callers.of(request).chart(), subject));
        return Carried.bundle(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(applied));
    }
}
