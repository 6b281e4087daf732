package org.fascicle.cdshooks.notice;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fascicle.cdshooks.card.Action;
import org.fascicle.cdshooks.card.Suggestion;
import org.fascicle.fhir.ForeignJson;
import org.fascicle.fhir.result.Part;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Makes draft orders of what is proposed, for the clinician to sign in the EHR. */
final class OrderDrafts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OrderDrafts() {}

    /**
     * Of a judgement that is not written down. Such an order keeps the proposal's identifier, by which the assessment
     * finds it when it is.
     */
    static List<Suggestion> ofJudgement(List<Part> parts) {
        return parts.stream()
                .map(Part::resource)
                .filter(resource -> resource.path("resourceType").asText().equals("ServiceRequest"))
                .map(proposal -> suggestion(draft(proposal.deepCopy())))
                .toList();
    }

    /** Of proposals in the chart: each a new order that is based on its proposal. */
    static List<Suggestion> ofProposals(List<ServiceRequest> proposals) {
        return proposals.stream().map(OrderDrafts::ofProposal).toList();
    }

    private static Suggestion ofProposal(ServiceRequest proposal) {
        ObjectNode order = draft(json(proposal));
        order.remove("identifier");
        order.withArrayProperty("basedOn").addObject().put("reference", reference(proposal));
        return suggestion(order);
    }

    private static Suggestion suggestion(ObjectNode order) {
        String what = order.path("code").path("text").asText("the proposed test");
        return Suggestion.recommended("Order: " + what, new Action.Create("Draft an order: " + what, order));
    }

    private static ObjectNode draft(ObjectNode proposal) {
        proposal.remove(List.of("id", "meta", "text"));
        proposal.put("status", "draft").put("intent", "order");
        keepStored(proposal, "supportingInfo");
        return proposal;
    }

    /** What is not in the chart cannot be referred to. */
    private static void keepStored(ObjectNode order, String member) {
        ArrayNode stored = JSON.createArrayNode();
        for (JsonNode reference : order.path(member)) {
            if (!reference.path("reference").asText("urn:").startsWith("urn:")) {
                stored.add(reference);
            }
        }
        order.remove(member);
        if (!stored.isEmpty()) {
            order.set(member, stored);
        }
    }

    /** The draft order, now based on the proposal, and of the same requisition. */
    static Action basedOn(ServiceRequest draft, ServiceRequest proposal) {
        ServiceRequest linked = ForeignJson.copy(draft);
        linked.addBasedOn().setReference(reference(proposal));
        if (!linked.hasRequisition() && proposal.hasRequisition()) {
            linked.setRequisition(proposal.getRequisition());
        }
        return new Action.Update("Link this order to the proposal", json(linked));
    }

    static String reference(ServiceRequest request) {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }

    private static ObjectNode json(ServiceRequest request) {
        try {
            return (ObjectNode)
                    JSON.readTree(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(request));
        } catch (JsonProcessingException ourOwn) {
            throw new IllegalStateException(ourOwn);
        }
    }
}
