package org.fascicle.sandbox.cards;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fascicle.chart.Chart;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Cards from whatever services {@code /cds-services} lists, asked over HTTP as any EHR asks. */
public final class HookCards implements Cards {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final Chart chart;
    private final Wire wire;
    private final Clock clock;

    /**
     * @param base where the services are, and the chart's FHIR API
     * @param token proves who asks, at the address given
     */
    public HookCards(URI base, Chart chart, Function<URI, String> token, Clock clock) {
        this.base = base;
        this.chart = chart;
        this.wire = new Wire(token);
        this.clock = clock;
    }

    @Override
    public List<ShownCard> patientView(Visiting visiting) {
        return ask("patient-view", visiting, context(visiting));
    }

    @Override
    public List<ShownCard> orderSelect(Visiting visiting, List<ServiceRequest> drafts) {
        ObjectNode context = context(visiting, drafts);
        drafts.forEach(draft -> context.withArrayProperty("selections")
                .add("ServiceRequest/" + draft.getIdElement().getIdPart()));
        return drafts.isEmpty() ? List.of() : ask("order-select", visiting, context);
    }

    @Override
    public List<ShownCard> orderSign(Visiting visiting, List<ServiceRequest> drafts) {
        return drafts.isEmpty() ? List.of() : ask("order-sign", visiting, context(visiting, drafts));
    }

    @Override
    public void tell(ShownCard card, Reply reply) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode feedback = body.putArray("feedback").addObject();
        feedback.put("card", card.origin().id());
        feedback.put("outcomeTimestamp", OffsetDateTime.now(clock).toString());
        if (reply instanceof Reply.Accepted accepted) {
            feedback.put("outcome", "accepted");
            ArrayNode taken = feedback.putArray("acceptedSuggestions");
            accepted.offers().forEach(offer -> taken.addObject().put("id", offer));
        } else if (reply instanceof Reply.Overridden overridden) {
            feedback.put("outcome", "overridden");
            override(card, overridden, feedback);
        }
        wire.send(at("/" + card.origin().service() + "/feedback"), body);
    }

    private static void override(ShownCard card, Reply.Overridden overridden, ObjectNode feedback) {
        ObjectNode why = JSON.createObjectNode();
        card.reasons().stream()
                .filter(reason -> reason.code().equals(overridden.reason()))
                .findFirst()
                .ifPresent(reason -> why.putObject("reason")
                        .put("system", reason.system())
                        .put("code", reason.code())
                        .put("display", reason.display()));
        if (!overridden.comment().isBlank()) {
            why.put("userComment", overridden.comment());
        }
        if (!why.isEmpty()) {
            feedback.set("overrideReason", why);
        }
    }

    private List<ShownCard> ask(String hook, Visiting visiting, ObjectNode context) {
        return services(hook)
                .flatMap(service -> call(service, hook, visiting, context))
                .toList();
    }

    private Stream<JsonNode> services(String hook) {
        return wire.ask(at("")).stream()
                .flatMap(found -> StreamSupport.stream(found.path("services").spliterator(), false))
                .filter(service -> service.path("hook").asText().equals(hook));
    }

    private Stream<ShownCard> call(JsonNode service, String hook, Visiting visiting, ObjectNode context) {
        String id = service.path("id").asText();
        ObjectNode body = JSON.createObjectNode();
        body.put("hook", hook);
        body.put("hookInstance", UUID.randomUUID().toString());
        body.put("fhirServer", base + "/fhir");
        body.set("context", context);
        body.set("prefetch", new Prefetched(chart, visiting).fill(service.path("prefetch")));
        return wire.send(at("/" + id), body).stream()
                .flatMap(answer -> new CardsFromJson(base, id, visiting.patient()).read(answer).stream());
    }

    private static ObjectNode context(Visiting visiting) {
        ObjectNode context = JSON.createObjectNode();
        context.put("userId", "Practitioner/" + visiting.clinician());
        context.put("patientId", visiting.patient());
        visiting.encounter().ifPresent(encounter -> context.put("encounterId", encounter));
        return context;
    }

    private static ObjectNode context(Visiting visiting, List<ServiceRequest> drafts) {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        drafts.forEach(draft -> bundle.addEntry().setResource(draft));
        ObjectNode context = context(visiting);
        context.set(
                "draftOrders", parsed(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle)));
        return context;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was just written is no JSON", impossible);
        }
    }

    private URI at(String path) {
        return URI.create(base + "/cds-services" + path);
    }
}
