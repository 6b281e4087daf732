package org.fascicle.audit;

import static org.fascicle.fhir.json.Element.element;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.fascicle.chart.Key;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.term.Systems;

/**
 * An event as an AuditEvent in the shape of IHE's Basic Audit Log Patterns.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">BALP</a>
 */
final class EventToFhir {
    private static final String OURS = Systems.BASE + "/CodeSystem/audit";
    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String KINDS = "http://terminology.hl7.org/CodeSystem/audit-entity-type";

    private EventToFhir() {}

    /** Without an id: its number in the trail is not known yet. */
    static String json(Event event, Instant recorded) {
        Deed deed = event.deed();
        boolean isRest = deed.type().equals("rest");
        return Element.resource("AuditEvent")
                .set("type", coding(isRest ? TYPES : OURS, deed.type()))
                .add("subtype", coding(isRest && deed != Deed.OTHER ? INTERACTIONS : OURS, deed.subtype()))
                .set("action", deed.action())
                .set("recorded", recorded.truncatedTo(ChronoUnit.MILLIS).toString())
                .set("outcome", event.isRefused() ? event.status() < 500 ? "4" : "8" : "0")
                .set("outcomeDesc", event.what() + ": " + event.status())
                .add("agent", agent(event))
                .set("source", source())
                .addAll("entity", entities(event))
                .json()
                .toString();
    }

    private static Element agent(Event event) {
        Who who = event.who();
        Element agent = element()
                .set("type", concept(coding(DICOM, "110153")))
                .set("who", identified(who.client()))
                .set("altId", who.user())
                .set("requestor", true);
        if (!who.scopes().isEmpty()) {
            agent.add("policy", "urn:smart:scopes:" + who.scopes().replace(' ', '+'));
        }
        return agent.set("network", element().set("address", event.from()).set("type", "2"));
    }

    private static Element source() {
        return element().set("observer", element().set("display", "Fascicle")).add("type", coding(DICOM, "110150"));
    }

    private static List<Element> entities(Event event) {
        List<Element> entities = new ArrayList<>(event.about().stream()
                .sorted(Comparator.comparing(Key::toString))
                .map(EventToFhir::entity)
                .toList());
        if (!event.query().isEmpty()) {
            byte[] query = event.query().getBytes(StandardCharsets.UTF_8);
            entities.add(element()
                    .set("type", coding(KINDS, "2"))
                    .set("role", coding(ROLES, "24"))
                    .set("query", Base64.getEncoder().encodeToString(query)));
        }
        return entities;
    }

    private static Element entity(Key key) {
        boolean isPatient = key.type().equals("Patient");
        return element()
                .set("what", element().set("reference", key.toString()))
                .set("type", coding(KINDS, isPatient ? "1" : "2"))
                .set("role", coding(ROLES, isPatient ? "1" : "4"));
    }

    private static Element identified(String name) {
        return element().set("identifier", element().set("value", name));
    }

    private static Element concept(Element coding) {
        return element().add("coding", coding);
    }

    private static Element coding(String system, String code) {
        return element().set("system", system).set("code", code);
    }
}
