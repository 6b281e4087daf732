package org.fascicle.cdshooks.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.WebAddress;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Reads the body of a call. What cannot be meant is refused; what is only unusual is not. */
public final class CallFromJson {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final int LONGEST = 200;

    private final Hook hook;
    private final JsonNode body;

    private CallFromJson(Hook hook, JsonNode body) {
        this.hook = hook;
        this.body = body;
    }

    /** @throws Fault naming the member that is wrong */
    public static Call read(Hook hook, JsonNode body) {
        return new CallFromJson(hook, body).call();
    }

    private Call call() {
        if (!text(body.path("hook"), "hook").equals(hook.code())) {
            throw wrong("hook", "must be `" + hook.code() + "` at this service");
        }
        String instance = text(body.path("hookInstance"), "hookInstance");
        Call call = new Call(hook, instance, patient(), drafts(), sent(), access());
        SamePatient.require(call);
        return call;
    }

    private String patient() {
        String id = text(body.path("context").path("patientId"), "context.patientId");
        if (!ID.matcher(id).matches()) {
            throw wrong("context.patientId", "must be the logical id of a Patient");
        }
        String allowed = body.path("fhirAuthorization").path("patient").asText(id);
        if (!allowed.equals(id)) {
            throw wrong("fhirAuthorization.patient", "is not the patient of `context.patientId`");
        }
        return id;
    }

    private Map<Prefetch, Sent> sent() {
        Map<Prefetch, Sent> sent = new EnumMap<>(Prefetch.class);
        for (Prefetch prefetch : Prefetch.values()) {
            JsonNode value = body.path("prefetch").path(prefetch.key());
            if (!value.isMissingNode()) {
                sent.put(prefetch, SentFromJson.read(value));
            }
        }
        return sent;
    }

    private Optional<FhirAccess> access() {
        String token = body.path("fhirAuthorization").path("access_token").asText("");
        String server = body.path("fhirServer").asText("");
        if (token.isEmpty() || server.isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> base = WebAddress.find(server.replaceFirst("/$", ""));
        return base.map(address -> new FhirAccess(address, token));
    }

    /** The chosen ones of {@code order-select}; all of {@code order-sign}. */
    private List<ServiceRequest> drafts() {
        if (!hook.hasOrders()) {
            return List.of();
        }
        JsonNode bundle = body.path("context").path("draftOrders");
        if (!bundle.isObject()) {
            throw wrong("context.draftOrders", "must be a Bundle of the orders");
        }
        List<ServiceRequest> drafts = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            SentFromJson.resource(entry.path("resource"))
                    .filter(resource -> resource instanceof ServiceRequest && isChosen(resource))
                    .ifPresent(order -> drafts.add((ServiceRequest) order));
        }
        return drafts;
    }

    private boolean isChosen(Resource order) {
        Set<String> chosen = new HashSet<>();
        body.path("context").path("selections").forEach(selection -> chosen.add(selection.asText()));
        String id = order.getIdElement().getIdPart();
        return hook == Hook.ORDER_SIGN || chosen.contains(id) || chosen.contains(order.fhirType() + "/" + id);
    }

    private static String text(JsonNode value, String member) {
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST) {
            throw wrong(member, "must be given, as text");
        }
        return value.textValue();
    }

    private static Fault wrong(String member, String how) {
        return new Fault(Kind.MALFORMED, "`" + member + "` " + how);
    }
}
