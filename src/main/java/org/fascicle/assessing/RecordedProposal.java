package org.fascicle.assessing;

import java.util.List;
import org.fascicle.chart.Stored;
import org.fascicle.fhir.result.Names;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** A proposal of ours as the chart holds it now. */
record RecordedProposal(Stored stored, DomainResource resource) {

    RecordedProposal(Stored stored) {
        this(stored, (DomainResource) stored.resource());
    }

    /** The identifier by which the same proposal is known again. */
    String identifier() {
        return identifiers().stream()
                .filter(identifier -> Names.PROPOSAL.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse("");
    }

    /** Nobody has accepted, declined or otherwise acted on it. */
    boolean isUntouched() {
        if (resource instanceof ServiceRequest request) {
            return request.getStatus() == ServiceRequestStatus.DRAFT
                    && request.getIntent() == ServiceRequestIntent.PROPOSAL;
        }
        return resource instanceof Task task && task.getStatus() == TaskStatus.DRAFT;
    }

    /** Taken back because it is no longer suggested. */
    DomainResource revoked(String why) {
        if (resource instanceof ServiceRequest request) {
            request.setStatus(ServiceRequestStatus.REVOKED).addNote().setText(why);
        } else if (resource instanceof Task task) {
            task.setStatus(TaskStatus.CANCELLED).getStatusReason().setText(why);
        }
        return resource;
    }

    String words() {
        return resource instanceof ServiceRequest request
                ? request.getCode().getText()
                : ((Task) resource).getCode().getText();
    }

    private List<Identifier> identifiers() {
        return resource instanceof ServiceRequest request ? request.getIdentifier() : ((Task) resource).getIdentifier();
    }

    @Override
    public String toString() {
        return stored.toString();
    }
}
