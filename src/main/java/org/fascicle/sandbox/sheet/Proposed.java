package org.fascicle.sandbox.sheet;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;

/**
 * One proposal of an assessment and what became of it.
 *
 * @param key where it is in the chart; empty when it is only shown
 * @param status FHIR's: {@code draft}, {@code completed}, {@code revoked} …
 * @param requisition what ties it to its assessment
 * @param answer why it was declined, when someone said so
 */
public record Proposed(String key, String what, String why, String status, String requisition, String answer) {
    private static final String STATUS_REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";

    /** None for any other resource. */
    static Stream<Proposed> of(Resource resource) {
        if (resource instanceof ServiceRequest request && request.getIntent() == ServiceRequestIntent.PROPOSAL) {
            return Stream.of(of(request));
        }
        return resource instanceof Task task && task.getIntent() == TaskIntent.PROPOSAL
                ? Stream.of(of(task))
                : Stream.empty();
    }

    private static Proposed of(ServiceRequest request) {
        String answer = Optional.ofNullable(request.getExtensionByUrl(STATUS_REASON))
                .map(Extension::getValue)
                .map(value -> value instanceof org.hl7.fhir.r4.model.CodeableConcept concept
                        ? Text.of(concept)
                        : Text.or(value.primitiveValue()))
                .orElse("");
        return new Proposed(
                key(request),
                Text.of(request.getCode()),
                request.hasReasonCode() ? Text.of(request.getReasonCodeFirstRep()) : "",
                request.hasStatus() ? request.getStatus().toCode() : "unknown",
                Text.or(request.getRequisition().getValue()),
                answer);
    }

    private static Proposed of(Task task) {
        return new Proposed(
                key(task),
                task.hasDescription() ? task.getDescription() : Text.of(task.getCode()),
                task.hasReasonCode() ? Text.of(task.getReasonCode()) : "",
                task.hasStatus() ? task.getStatus().toCode() : "unknown",
                Text.or(task.getGroupIdentifier().getValue()),
                task.hasStatusReason() ? Text.of(task.getStatusReason()) : "");
    }

    private static String key(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return id == null ? "" : resource.fhirType() + "/" + id;
    }

    /** What became of it, in words for a clinician. */
    public String state() {
        return switch (status) {
            case "draft", "requested", "received" -> "waiting for you";
            case "completed", "accepted", "in-progress", "active" -> "accepted";
            case "revoked", "rejected", "cancelled" -> "declined";
            default -> status;
        };
    }

    public boolean isWaiting() {
        return state().equals("waiting for you");
    }

    @Override
    public String toString() {
        return "Proposed[" + status + "]";
    }
}
