package org.fascicle.assessing;

import java.time.OffsetDateTime;
import java.util.Date;
import org.fascicle.fhir.result.Names;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** Takes a result back whose response was entered in error; proposals someone acted on are left alone. */
record Withdrawal(RecordedResult before, OffsetDateTime at) {
    private static final String WHY = "Withdrawn: the response it rests on was entered in error.";
    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";

    Bundle transaction() {
        Transaction transaction = new Transaction();
        RiskAssessment assessment = before.assessment().as(RiskAssessment.class);
        assessment.setStatus(RiskAssessmentStatus.ENTEREDINERROR).setText(withdrawn());
        assessment.addNote().setText(WHY);
        replace(transaction, before.assessment(), assessment);
        RequestGroup group = before.group().as(RequestGroup.class);
        group.setStatus(RequestStatus.REVOKED).addNote().setText(WHY);
        replace(transaction, before.group(), group);
        before.proposals().stream()
                .filter(RecordedProposal::isUntouched)
                .forEach(proposal -> replace(transaction, proposal.stored(), proposal.revoked(WHY)));
        transaction.create(
                "urn:uuid:" + java.util.UUID.nameUUIDFromBytes(at.toString().getBytes()), provenance());
        return transaction.bundle();
    }

    private static void replace(
            Transaction transaction, org.fascicle.chart.Stored stored, org.hl7.fhir.r4.model.Resource resource) {
        transaction.replace(stored.key().toString(), resource, stored.version());
    }

    private static Narrative withdrawn() {
        Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
        narrative.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + WHY + "</p></div>");
        return narrative;
    }

    private Provenance provenance() {
        Provenance provenance = new Provenance().setRecorded(Date.from(at.toInstant()));
        provenance.addTarget(new Reference(before.assessment().key().toString()));
        provenance.getActivity().addCoding().setSystem(OPERATION).setCode("NULLIFY");
        provenance
                .addAgent()
                .getWho()
                .setIdentifier(new Identifier().setSystem(Names.SOFTWARE).setValue("fascicle"))
                .setType("Device")
                .setDisplay("Fascicle");
        provenance.setText(withdrawn());
        return provenance;
    }
}
