package org.fascicle.assessing;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.UUID;
import org.fascicle.chart.Stored;
import org.fascicle.fhir.result.Names;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.RequestGroup.RequestStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** Takes a result back whose response was entered in error; proposals someone acted on are left alone. */
record Withdrawal(RecordedResult before, OffsetDateTime at) {
    static final String WHY = "Withdrawn: the response it rests on was entered in error.";
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
        trace(transaction, before.assessment(), at);
        return transaction.bundle();
    }

    static void replace(Transaction transaction, Stored stored, Resource resource) {
        transaction.replace(stored.key().toString(), resource, stored.version());
    }

    static Narrative withdrawn() {
        Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
        narrative.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + WHY + "</p></div>");
        return narrative;
    }

    /** Who took it back, and when. */
    static void trace(Transaction transaction, Stored result, OffsetDateTime at) {
        UUID name = UUID.nameUUIDFromBytes(at.toString().getBytes(StandardCharsets.UTF_8));
        transaction.create("urn:uuid:" + name, provenance(result, at));
    }

    private static Provenance provenance(Stored result, OffsetDateTime at) {
        Provenance provenance = new Provenance().setRecorded(Date.from(at.toInstant()));
        provenance.addTarget(new Reference(result.key().toString()));
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
