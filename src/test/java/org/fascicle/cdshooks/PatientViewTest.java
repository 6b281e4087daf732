package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientViewTest {
    private static final String WEAK = "coffee-and-weak-hand";
    private static final String PATIENT = "p-coffee-and-weak-hand";

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
    void aChartWithoutTwitchingHasNoCard() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.potassium("p1", 6.9));
        assertEquals(List.of(), scene.patientView("p1"));
    }

    @Test
    void aHistoryThatWasNotAssessedIsJudgedAndItsWorkupOffered() {
        scene.store(WEAK);
        JsonNode card = only(scene.patientView(PATIENT));

        assertEquals("warning", card.path("indicator").asText());
        assertEquals(
                "History of muscle twitching not assessed yet: urgent, within 2 weeks",
                card.path("summary").asText());
        assertTrue(
                card.path("detail").asText().contains("(M-3)"),
                card.path("detail").asText());
        assertTrue(card.path("detail").asText().contains("**Sources**"));
        assertEquals("any", card.path("selectionBehavior").asText());
        Set<String> codes = new HashSet<>();
        for (JsonNode suggestion : card.path("suggestions")) {
            JsonNode action = suggestion.path("actions").path(0);
            JsonNode order = action.path("resource");
            assertTrue(suggestion.path("isRecommended").asBoolean());
            assertEquals("create", action.path("type").asText());
            assertEquals("ServiceRequest", order.path("resourceType").asText());
            assertEquals("draft", order.path("status").asText());
            assertEquals("order", order.path("intent").asText());
            assertEquals(
                    "Patient/" + PATIENT,
                    order.path("subject").path("reference").asText());
            assertTrue(order.path("id").isMissingNode());
            codes.add(order.path("code").path("coding").path(0).path("code").asText());
        }
        assertTrue(codes.containsAll(Set.of("18749-2", "2157-6", "24321-2", "19123-9", "183521007")), codes::toString);
    }

    @Test
    void everyCardNamesItsSourceItsReasonsForOverridingAndTheAppAtTheRightResponse() {
        scene.store(WEAK);
        JsonNode card = only(scene.patientView(PATIENT));

        assertEquals("Fascicle", card.path("source").path("label").asText());
        assertEquals(scene.base() + "/about", card.path("source").path("url").asText());
        assertEquals(
                List.of(
                        "already-ordered-elsewhere",
                        "will-examine-first",
                        "discussed-with-neurology",
                        "not-clinically-relevant"),
                texts(card.path("overrideReasons"), "code"));
        JsonNode link = card.path("links").path(0);
        assertEquals("smart", link.path("type").asText());
        assertEquals(scene.base() + "/launch", link.path("url").asText());
        assertEquals(
                WEAK,
                CardScene.json(link.path("appContext").asText())
                        .path("response")
                        .asText());
    }

    @Test
    void anUrgentResultThatNobodyActedOnIsBroughtUpWithOrdersBasedOnItsProposals() {
        scene.assessing.assess(scene.chart, scene.store(WEAK));
        JsonNode card = only(scene.patientView(PATIENT));

        assertEquals(
                "Workup for muscle twitching proposed, not yet ordered: urgent, within 2 weeks",
                card.path("summary").asText());
        Set<String> proposals = new HashSet<>();
        proposals()
                .forEach(proposal -> proposals.add(
                        "ServiceRequest/" + proposal.getIdElement().getIdPart()));
        Set<String> basedOn = new HashSet<>();
        card.path("suggestions")
                .forEach(suggestion -> basedOn.add(suggestion
                        .path("actions")
                        .path(0)
                        .path("resource")
                        .path("basedOn")
                        .path(0)
                        .path("reference")
                        .asText()));
        assertEquals(proposals, basedOn);
    }

    @Test
    void e8OnceOneProposalIsAcceptedThereIsNoCard() {
        scene.assessing.assess(scene.chart, scene.store(WEAK));
        scene.store(proposals().get(0).setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER));
        assertEquals(List.of(), scene.patientView(PATIENT));
    }

    @Test
    void e8OnceOneProposalIsDeclinedThereIsNoCard() {
        scene.assessing.assess(scene.chart, scene.store(WEAK));
        scene.store(proposals().get(0).setStatus(ServiceRequestStatus.REVOKED));
        assertEquals(List.of(), scene.patientView(PATIENT));
    }

    @Test
    void e8OnceTheWorkupIsOrderedOtherwiseThereIsNoCard() {
        scene.assessing.assess(scene.chart, scene.store(WEAK));
        scene.store(Charted.order(PATIENT, "own-emg", "http://loinc.org", "18749-2", "2026-11-21"));
        assertEquals(List.of(), scene.patientView(PATIENT));
    }

    @Test
    void aMildResultIsNotBroughtUp() {
        scene.assessing.assess(scene.chart, scene.store("calf-one-week"));
        assertEquals(List.of(), scene.patientView("p-calf-one-week"));
    }

    @Test
    void answersThatChangedAfterTheAssessmentAreJudgedAnew() {
        String id = scene.store(WEAK);
        scene.assessing.assess(scene.chart, id);
        scene.store(scene.chart
                .read(new Key("QuestionnaireResponse", id))
                .as(QuestionnaireResponse.class)
                .setStatus(QuestionnaireResponseStatus.AMENDED));
        assertEquals(
                "History of muscle twitching changed after its assessment: urgent, within 2 weeks",
                only(scene.patientView(PATIENT)).path("summary").asText());
    }

    /** HAPI's own servers, among others, strip the version from a reference they store. */
    @Test
    void whereReferencesLoseTheirVersionsTheOrderOfStoringTells() {
        String id = scene.store(WEAK);
        scene.assessing.assess(scene.chart, id);
        RiskAssessment result =
                scene.chart.searchAll(Search.of("RiskAssessment")).get(0).as(RiskAssessment.class);
        result.getBasis()
                .forEach(basis -> basis.setReference(basis.getReference().replaceFirst("/_history/.*", "")));
        scene.store(result);
        assertEquals(
                "Workup for muscle twitching proposed, not yet ordered: urgent, within 2 weeks",
                only(scene.patientView(PATIENT)).path("summary").asText());
        scene.clock.forward(Duration.ofMinutes(1));
        scene.store(scene.chart
                .read(new Key("QuestionnaireResponse", id))
                .as(QuestionnaireResponse.class)
                .setStatus(QuestionnaireResponseStatus.AMENDED));
        assertEquals(
                "History of muscle twitching changed after its assessment: urgent, within 2 weeks",
                only(scene.patientView(PATIENT)).path("summary").asText());
    }

    @Test
    void aChartThatMakesItMoreUrgentThanItWasIsBroughtUp() {
        scene.assessing.assess(scene.chart, scene.store(WEAK));
        scene.store(Charted.potassium(PATIENT, 6.9));
        JsonNode card = only(scene.patientView(PATIENT));
        assertEquals("critical", card.path("indicator").asText());
        assertTrue(
                card.path("summary").asText().startsWith("Muscle twitching is more urgent than when it was assessed"),
                card.path("summary").asText());
    }

    @Test
    void twitchingOnTheProblemListWithoutAHistoryLeadsToTheApp() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.twitching("p1"));
        JsonNode card = only(scene.patientView("p1"));
        assertEquals("info", card.path("indicator").asText());
        assertEquals(
                "Muscle twitching is on the problem list; its history was not taken",
                card.path("summary").asText());
        assertTrue(card.path("suggestions").isMissingNode());
        assertTrue(card.path("selectionBehavior").isMissingNode());
        assertTrue(card.path("links").path(0).path("appContext").isMissingNode());
    }

    @Test
    void aCriticalElectrolyteInAPatientWhoTwitchesIsTheCard() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.twitching("p1"));
        scene.store(Charted.potassium("p1", 6.9));
        JsonNode card = only(scene.patientView("p1"));
        assertEquals("critical", card.path("indicator").asText());
        assertEquals(
                "Muscle twitching with critical potassium 6.9 mmol/L: emergency",
                card.path("summary").asText());
        assertTrue(
                card.path("detail").asText().contains("on 2026-11-20"),
                card.path("detail").asText());
    }

    /** Its number may be anything: the card says so, and names none. */
    @Test
    void anElectrolyteFlaggedCriticalWhoseNumberCannotBeReadIsTheCardToo() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.twitching("p1"));
        scene.store(Charted.unreadablePotassium("p1"));
        JsonNode card = only(scene.patientView("p1"));
        assertEquals("critical", card.path("indicator").asText());
        assertEquals(
                "Muscle twitching with critical potassium (flagged by its laboratory, number not readable): act today",
                card.path("summary").asText());
        assertTrue(
                card.path("detail")
                        .asText()
                        .contains("potassium flagged critical by the laboratory on 2026-11-20, its number could not be"
                                + " read \\[Observation/unreadable-p1\\]; see the report, and repeat it"),
                card.path("detail").asText());
    }

    /** Whether a later result settles it nobody can tell: only its date does, or its withdrawal. */
    @Test
    void oneWithoutADateSaysHowToMendIt() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.twitching("p1"));
        scene.store(Charted.unreadablePotassium("p1").setEffective(null));
        JsonNode card = only(scene.patientView("p1"));
        assertTrue(
                card.path("detail")
                        .asText()
                        .contains("on a day it does not tell, its number could not be read; without a date it may alert"
                                + " for good: enter its date, or mark it entered in error"),
                card.path("detail").asText());
    }

    @Test
    void onceItsNumberIsReadANormalOneIsNoCardOfItsOwn() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.twitching("p1"));
        scene.store(Charted.unreadablePotassium("p1"));
        scene.store(Charted.result("p1", "2823-3", 4.2, "mmol/L", "2026-11-20T10:00:00Z"));
        assertFalse(only(scene.patientView("p1")).path("summary").asText().contains("potassium"));
    }

    @Test
    void anAssessmentThatHasSeenTheUnreadableFlagIsNotRepeatedByTheCard() {
        String id = scene.store(WEAK);
        scene.store(Charted.unreadablePotassium(PATIENT));
        scene.assessing.assess(scene.chart, id);
        assertEquals(
                "Workup for muscle twitching proposed, not yet ordered: the same day",
                only(scene.patientView(PATIENT)).path("summary").asText());
    }

    /** R4, LinkType: a record that is replaced must no longer be used. */
    @Test
    void aRecordThatWasMergedIntoAnotherHasACardThatSaysSoAndNoOther() {
        scene.store(WEAK);
        Patient merged = Charted.patient(PATIENT);
        merged.addLink().setType(LinkType.REPLACEDBY).getOther().setReference("Patient/survivor");
        scene.store(Charted.patient("survivor"));
        scene.store(merged);
        JsonNode card = only(scene.patientView(PATIENT));
        assertEquals(
                "This patient's record was merged into another: assess muscle twitching there",
                card.path("summary").asText());
        assertTrue(
                card.path("detail").asText().contains("merged into Patient/survivor"),
                card.path("detail").asText());
        assertTrue(card.path("suggestions").isMissingNode());
    }

    @Test
    void aNormalElectrolyteIsNoCardOfItsOwn() {
        scene.store(Charted.patient("p1"));
        scene.store(Charted.twitching("p1"));
        scene.store(Charted.potassium("p1", 4.2));
        assertFalse(only(scene.patientView("p1")).path("summary").asText().contains("potassium"));
    }

    private List<ServiceRequest> proposals() {
        return scene.chart.searchAll(Search.of("ServiceRequest").where("patient", "Patient/" + PATIENT)).stream()
                .map(stored -> stored.as(ServiceRequest.class))
                .toList();
    }

    private static JsonNode only(List<JsonNode> cards) {
        assertEquals(1, cards.size(), cards::toString);
        return cards.get(0);
    }

    private static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(member).asText())
                .toList();
    }
}
