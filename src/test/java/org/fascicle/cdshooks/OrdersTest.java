package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
    private static final String LOINC = "http://loinc.org";
    private static final String EMG = "18749-2";
    private static final String MAGNESIUM = "19123-9";
    private static final String POTASSIUM = "2823-3";
    private static final String BLOOD_COUNT = "57021-8";

    @TempDir
    Path folder;

    private CardScene scene;

    @BeforeEach
    void start() {
        scene = new CardScene(folder);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void anOrderThatIsActiveAlreadyIsCalledADuplicateAndCanBeLeftOut() {
        String patient = weakHand();
        scene.store(Charted.order(patient, "placed", LOINC, BLOOD_COUNT, "2026-11-10"));
        JsonNode card = only(selecting(patient, draft(patient, "d1", BLOOD_COUNT)));
        assertEquals("Full blood count is ordered already", card.path("summary").asText());
        assertEquals("warning", card.path("indicator").asText());
        JsonNode action = card.path("suggestions").path(0).path("actions").path(0);
        assertEquals("delete", action.path("type").asText());
        assertEquals("ServiceRequest/d1", action.path("resourceId").asText());
    }

    @Test
    void anOrderOfMoreThanAYearAgoIsNoReasonNotToOrder() {
        String patient = weakHand();
        scene.store(Charted.order(patient, "placed", LOINC, BLOOD_COUNT, "2025-11-10"));
        assertEquals(List.of(), selecting(patient, draft(patient, "d1", BLOOD_COUNT)));
    }

    @Test
    void aTestWhoseRecentResultWasNormalIsCalledADuplicate() {
        String patient = weakHand();
        scene.store(Charted.potassium(patient, 4.2));
        JsonNode card = only(selecting(patient, draft(patient, "d1", POTASSIUM)));
        assertEquals("Potassium was normal recently", card.path("summary").asText());
    }

    @Test
    void aTestWhoseRecentResultWasAbnormalMayBeRepeated() {
        String patient = weakHand();
        scene.store(Charted.potassium(patient, 3.0));
        assertEquals(List.of(), selecting(patient, draft(patient, "d1", POTASSIUM)));
    }

    @Test
    void aTestWhoseNormalResultIsOldMayBeRepeated() {
        String patient = weakHand();
        scene.store(Charted.result(patient, POTASSIUM, 4.2, "mmol/L", "2026-10-20T08:00:00Z"));
        assertEquals(List.of(), selecting(patient, draft(patient, "d1", POTASSIUM)));
    }

    @Test
    void anEmgIsToWaitWhereTheRulesWouldExamineFirst() {
        scene.store("thin-thigh");
        JsonNode card = only(selecting("p-thin-thigh", draft("p-thin-thigh", "d1", EMG)));
        assertEquals("warning", card.path("indicator").asText());
        assertEquals(
                "EMG for muscle twitching: only if the examination gives reason: without signs a false positive does"
                        + " harm",
                card.path("summary").asText());
        assertTrue(card.path("detail").asText().contains("neurological examination"));
    }

    @Test
    void anEmgIsNotQuestionedWhereTheRulesProposeIt() {
        String patient = weakHand();
        assertEquals(List.of(), selecting(patient, draft(patient, "d1", EMG)));
    }

    @Test
    void anOrderOfWhatWasProposedIsLinkedAndTheRestIsOffered() {
        String patient = weakHand();
        scene.assessing.assess(scene.chart, "coffee-and-weak-hand");
        JsonNode card = only(selecting(patient, draft(patient, "d1", MAGNESIUM)));
        assertEquals("info", card.path("indicator").asText());
        assertTrue(
                card.path("summary").asText().startsWith("Magnesium is part of the proposed workup"),
                card.path("summary").asText());
        JsonNode link = card.path("suggestions").path(0).path("actions").path(0);
        assertEquals("update", link.path("type").asText());
        assertEquals("d1", link.path("resource").path("id").asText());
        String proposal =
                link.path("resource").path("basedOn").path(0).path("reference").asText();
        assertTrue(scene.chart
                .read(org.fascicle.chart.Key.fromReference(proposal).orElseThrow())
                .json()
                .contains(MAGNESIUM));
        assertTrue(card.path("suggestions").size() > 1);
        card.path("suggestions")
                .forEach(suggestion -> assertTrue(
                        suggestion.path("label").asText().startsWith("Link")
                                || !suggestion.toString().contains("\"" + MAGNESIUM + "\""),
                        suggestion::toString));
    }

    @Test
    void anOrderWeDoNotKnowHasNoCard() {
        String patient = weakHand();
        assertEquals(List.of(), selecting(patient, draft(patient, "d1", "30525-0")));
    }

    @Test
    void ordersOfAPatientWhoDoesNotTwitchAreNoneOfOurBusiness() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.order("p1", "placed", LOINC, BLOOD_COUNT, "2026-11-10"));
        assertEquals(List.of(), selecting("p1", draft("p1", "d1", BLOOD_COUNT)));
    }

    @Test
    void onlyTheChosenOrdersAreLookedAtUntilAllAreSigned() {
        String patient = weakHand();
        scene.store(Charted.order(patient, "placed", LOINC, BLOOD_COUNT, "2026-11-10"));
        ObjectNode selecting = request("order-select", patient, draft(patient, "d1", BLOOD_COUNT));
        ((ObjectNode) selecting.path("context")).putArray("selections").add("ServiceRequest/another");
        assertEquals(List.of(), scene.cards("fasciculation-order-select", selecting));

        JsonNode signing = request("order-sign", patient, draft(patient, "d1", BLOOD_COUNT));
        only(scene.cards("fasciculation-order-sign", signing));
        only(scene.cards("fasciculation-order-select", signing));
    }

    @Test
    void anOrderWithoutAnIdIsNotOfferedToBeLeftOut() {
        String patient = weakHand();
        scene.store(Charted.order(patient, "placed", LOINC, BLOOD_COUNT, "2026-11-10"));
        ServiceRequest nameless = draft(patient, "d1", BLOOD_COUNT);
        nameless.setId((String) null);
        JsonNode card = only(scene.cards("fasciculation-order-sign", request("order-sign", patient, nameless)));
        assertTrue(card.path("suggestions").isMissingNode());
    }

    private String weakHand() {
        scene.store("coffee-and-weak-hand");
        return "p-coffee-and-weak-hand";
    }

    private static ServiceRequest draft(String patient, String id, String loinc) {
        return Charted.order(patient, id, LOINC, loinc, "2026-11-21").setStatus(ServiceRequestStatus.DRAFT);
    }

    private List<JsonNode> selecting(String patient, ServiceRequest draft) {
        return scene.cards("fasciculation-order-select", request("order-select", patient, draft));
    }

    private ObjectNode request(String hook, String patient, ServiceRequest draft) {
        ObjectNode request = scene.request(hook, patient);
        ObjectNode context = (ObjectNode) request.path("context");
        ArrayNode selections = context.putArray("selections");
        if (draft.hasId()) {
            selections.add("ServiceRequest/" + draft.getIdElement().getIdPart());
        }
        ObjectNode bundle =
                context.putObject("draftOrders").put("resourceType", "Bundle").put("type", "collection");
        bundle.putArray("entry")
                .addObject()
                .set(
                        "resource",
                        CardScene.json(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(draft)));
        return request;
    }

    private static JsonNode only(List<JsonNode> cards) {
        assertEquals(1, cards.size(), cards::toString);
        return cards.get(0);
    }
}
