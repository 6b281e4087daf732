package org.fascicle.assessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.fhir.result.Part;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/**
 * A result made anew because the response was amended or the chart has changed: the next version of the same
 * RiskAssessment. What is no longer suggested and untouched is revoked; what someone acted on is left alone.
 */
final class Reassessment {
    private static final String NO_LONGER = "No longer suggested after the assessment was made anew.";

    private final RecordedResult before;
    private final List<Part> parts;
    private final Transaction transaction = new Transaction();
    private final Changes changes;

    Reassessment(RecordedResult before, List<Part> parts) {
        this.before = before;
        this.parts = parts.stream()
                .map(part -> pointingAtTouched(part, before, parts))
                .toList();
        this.changes = new Changes(before, this.parts);
    }

    Bundle transaction() {
        parts.forEach(this::add);
        withdrawn()
                .forEach(proposal -> transaction.replace(
                        proposal.stored().key().toString(),
                        proposal.revoked(NO_LONGER),
                        proposal.stored().version()));
        return transaction.bundle();
    }

    private void add(Part part) {
        Resource resource = Transaction.resource(part);
        if (resource instanceof RiskAssessment assessment) {
            assessment.setStatus(status(assessment)).addNote().setText(changes.words());
            assessment.setId(before.assessment().key().id());
            transaction.replace(part.url(), assessment, before.assessment().version());
        } else if (resource instanceof RequestGroup group) {
            group.setId(before.group().key().id());
            transaction.replace(part.url(), group, before.group().version());
        } else if (resource instanceof Provenance provenance) {
            transaction.create(part.url(), provenance);
        } else {
            proposal(part, resource);
        }
    }

    private void proposal(Part part, Resource resource) {
        Optional<RecordedProposal> old =
                before.find(FirstAssessment.identifier(part).getValue());
        if (old.isEmpty()) {
            transaction.createOnce(part, FirstAssessment.identifier(part));
        } else if (old.get().isUntouched()) {
            resource.setId(old.get().stored().key().id());
            transaction.replace(part.url(), resource, old.get().stored().version());
        }
    }

    /** What was final is amended when it changes; what was preliminary may become final. */
    private RiskAssessmentStatus status(RiskAssessment after) {
        boolean wasPreliminary =
                before.assessment().as(RiskAssessment.class).getStatus() == RiskAssessmentStatus.PRELIMINARY;
        return after.getStatus() == RiskAssessmentStatus.FINAL && !wasPreliminary
                ? RiskAssessmentStatus.AMENDED
                : after.getStatus();
    }

    private List<RecordedProposal> withdrawn() {
        Set<String> suggested = parts.stream()
                .map(part -> FirstAssessment.identifier(part).getValue())
                .collect(Collectors.toSet());
        return before.proposals().stream()
                .filter(proposal -> !suggested.contains(proposal.identifier()))
                .filter(RecordedProposal::isUntouched)
                .toList();
    }

    /** A proposal someone acted on stays as it is, so what refers to it must name it in the chart. */
    private static Part pointingAtTouched(Part part, RecordedResult before, List<Part> parts) {
        String json = part.resource().toString();
        for (Part other : new ArrayList<>(parts)) {
            Optional<RecordedProposal> touched =
                    before.find(FirstAssessment.identifier(other).getValue()).filter(old -> !old.isUntouched());
            if (touched.isPresent()) {
                json = json.replace(other.url(), touched.get().stored().key().toString());
            }
        }
        return Part.parse(part.url(), json);
    }
}
