package org.fascicle.cdshooks.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * One call of a service.
 *
 * @param instance the {@code hookInstance}: the same for all calls of one moment
 * @param patient the patient's id on the EHR's server
 * @param drafts the orders the hook is about; none for {@code patient-view}
 * @param access empty when the EHR does not let us ask back
 */
public record Call(
        Hook hook,
        String instance,
        String patient,
        List<ServiceRequest> drafts,
        Map<Prefetch, Sent> sent,
        Optional<FhirAccess> access) {

    public Call {
        drafts = List.copyOf(drafts);
        sent = Map.copyOf(sent);
    }

    /** Neither the patient nor what is in the chart. */
    @Override
    public String toString() {
        return "Call[" + hook.code() + ", " + sent.size() + " prefetched]";
    }
}
