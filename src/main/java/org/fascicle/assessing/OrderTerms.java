package org.fascicle.assessing;

import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * What an accepted proposal becomes in this hospital.
 *
 * @param intent an order, or a plan that somebody orders later
 * @param status a draft to be signed in the EHR, or active at once
 */
public record OrderTerms(ServiceRequestIntent intent, ServiceRequestStatus status) {
    /** An order, to be signed in the EHR. */
    public static final OrderTerms STANDARD = new OrderTerms(ServiceRequestIntent.ORDER, ServiceRequestStatus.DRAFT);

    /**
     * @param intent {@code order} or {@code plan}
     * @param status {@code draft} or {@code active}
     */
    public static OrderTerms of(String intent, String status) {
        return new OrderTerms(ServiceRequestIntent.fromCode(intent), ServiceRequestStatus.fromCode(status));
    }
}
