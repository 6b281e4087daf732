package org.fascicle.assessing;

import static org.fascicle.fhir.term.Systems.PROPOSAL_IDENTIFIER;

import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** A clinician's decision about one proposal, as one transaction: what it becomes, and who said so. */
record Decision(RecordedProposal proposal, Clinician who, OffsetDateTime at) {
    static final String STATUS_REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";

    /** Ends the identifier of what an accepted proposal became. */
    static final String ORDER = "/order";

    /** The order is created once, whatever is sent twice; its claim of being a proposal stays behind. */
    Bundle accepted(OrderTerms terms) {
        Transaction transaction = new Transaction();
        if (proposal.resource() instanceof Task task) {
            task.setStatus(TaskStatus.ACCEPTED).setOwner(who.asReference()).setLastModified(now());
            replace(transaction, task);
            record(transaction, "Accepted", List.of());
            return transaction.bundle();
        }
        ServiceRequest order = order((ServiceRequest) proposal.resource(), terms);
        String url = "urn:uuid:"
                + UUID.nameUUIDFromBytes(
                        order.getIdentifierFirstRep().getValue().getBytes());
        transaction.createOnce(url, order, order.getIdentifierFirstRep());
        ServiceRequest settled = ((ServiceRequest) proposal.resource()).setStatus(ServiceRequestStatus.COMPLETED);
        replace(transaction, settled);
        record(transaction, "Accepted", List.of(new Reference(url)));
        return transaction.bundle();
    }

    Bundle declined(String reason) {
        Transaction transaction = new Transaction();
        CodeableConcept why = new CodeableConcept().setText(reason);
        if (proposal.resource() instanceof Task task) {
            replace(
                    transaction,
                    task.setStatus(TaskStatus.REJECTED).setStatusReason(why).setLastModified(now()));
        } else {
            ServiceRequest request = (ServiceRequest) proposal.resource();
            request.setStatus(ServiceRequestStatus.REVOKED).addExtension(new Extension(STATUS_REASON, why));
            replace(transaction, request);
        }
        record(transaction, "Declined", List.of());
        return transaction.bundle();
    }

    private ServiceRequest order(ServiceRequest proposed, OrderTerms terms) {
        ServiceRequest order = proposed.copy();
        order.setId((String) null);
        order.setMeta(new Meta());
        order.setText(null);
        order.setIdentifier(
                List.of(new Identifier().setSystem(PROPOSAL_IDENTIFIER).setValue(proposal.identifier() + ORDER)));
        order.setIntent(terms.intent()).setStatus(terms.status());
        order.setBasedOn(List.of(new Reference(proposal.stored().key().toString())));
        order.getAuthoredOnElement().setValueAsString(written());
        order.setRequester(who.asReference());
        return order;
    }

    private void replace(Transaction transaction, Resource changed) {
        transaction.replace(
                proposal.stored().key().toString(), changed, proposal.stored().version());
    }

    private void record(Transaction transaction, String what, List<Reference> more) {
        Provenance provenance = new Provenance();
        more.forEach(provenance::addTarget);
        provenance.addTarget(new Reference(proposal.stored().key().toString()));
        provenance.getRecordedElement().setValueAsString(written());
        provenance.getActivity().setText(what + " by the clinician");
        provenance
                .getActivity()
                .addCoding()
                .setSystem(ClinicianMark.OPERATION)
                .setCode(more.isEmpty() ? "UPDATE" : "CREATE");
        provenance.addAgent(ClinicianMark.of(who, "author"));
        provenance
                .addEntity()
                .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference(proposal.stored().location()));
        transaction.create("urn:uuid:" + UUID.nameUUIDFromBytes((what + proposal + at).getBytes()), provenance);
    }

    private Date now() {
        return Date.from(at.toInstant());
    }

    private String written() {
        return new DateTimeType(now()).getValueAsString();
    }
}
