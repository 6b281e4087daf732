package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.fascicle.testing.ShownResult;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;

/** What becomes of a result when something it rests on changes. Numbers as in the list of threats. */
class AmendingTest extends ServerTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @Test
    void F2_anAmendedResponseMakesTheNextVersionAndWhatWasAcceptedStays() {
        String id = server.store("hand-weakness-with-wasting");
        ShownResult first = assess(id);
        ServiceRequest accepted = proposal(first, "EMG and nerve conduction studies");
        accepted.setStatus(ServiceRequestStatus.ACTIVE);
        update(accepted);
        QuestionnaireResponse harmless = example("calf-one-week").response();
        harmless.setId(id);
        harmless.setSubject(first.assessment().getSubject());
        harmless.setStatus(QuestionnaireResponseStatus.AMENDED);
        update(harmless);

        ShownResult second = assess(id);

        assertEquals(idOf(first.assessment()), idOf(second.assessment()));
        assertEquals("2", second.assessment().getMeta().getVersionId());
        assertEquals("amended", second.status());
        assertTrue(second.assessment().getNote().stream()
                .anyMatch(note -> note.getText().contains("Changed since version 1: urgency from urgent")));
        assertEquals(ServiceRequestStatus.ACTIVE, read(accepted).getStatus());
        assertEquals(
                ServiceRequestStatus.REVOKED,
                read(proposal(first, "Referral to neurology")).getStatus());
        second.resources().forEach(Validator::assertValid);
        server.get("/RiskAssessment/" + idOf(first.assessment()) + "/_history/1")
                .expect(200);
    }

    @Test
    void aNewResultMakesTheAssessmentStaleUntilItIsMadeAnew() {
        String id = server.store("calf-one-week");
        ShownResult first = assess(id);
        assertFalse(stale(first).booleanValue());
        String patient = first.assessment().getSubject().getReference();
        server.post("/Observation", potassium(patient, 2.3, "mmol/L")).expect(201);
        Parameters answer = staleness(first);
        assertTrue(((BooleanType) answer.getParameter("stale").getValue()).booleanValue());
        assertEquals(
                "The chart holds other facts than when it was assessed.",
                answer.getParameter("reason").getValue().primitiveValue());
        ShownResult second = assess(id);
        assertEquals("emergency", second.urgency());
        assertEquals("amended", second.status());
        assertFalse(stale(second).booleanValue());
    }

    @Test
    void F7_aResultEnteredInErrorNoLongerCounts() {
        String id = server.store("potassium-2-3-benign-history");
        ShownResult first = assess(id);
        assertEquals("emergency", first.urgency());
        String patient = first.assessment().getSubject().getReference();
        server.get("/Observation?patient=" + patient + "&code=http://loinc.org%7C2823-3")
                .expect(200)
                .entries()
                .forEach(resource -> update(((Observation) resource).setStatus(ObservationStatus.ENTEREDINERROR)));
        assertTrue(stale(first).booleanValue());
        assertFalse("emergency".equals(assess(id).urgency()));
    }

    @Test
    void F7_unitsDoNotChangeTheJudgement() {
        for (String unit : List.of("mmol/L", "meq/L")) {
            String patient = "units-" + unit.charAt(1);
            put("Patient", patient, patient(patient, "Units")).expect(201);
            server.post("/Observation", potassium("Patient/" + patient, 2.3, unit))
                    .expect(201);
            QuestionnaireResponse response = example("calf-one-week").response();
            response.setId(patient);
            response.getSubject().setReference("Patient/" + patient);
            put("QuestionnaireResponse", patient, json(response)).expect(201);
            assertEquals("emergency", assess(patient).urgency(), unit);
        }
    }

    @Test
    void F6_whatIsOrderedAlreadyIsNotProposedAgainAndTheResultSaysWhy() {
        String id = server.store("basic-panel-already-ordered-potassium-low");
        ShownResult shown = assess(id);
        List<Resource> ordered = server.get("/ServiceRequest?status=active&patient="
                        + shown.assessment().getSubject().getReference())
                .expect(200)
                .entries();
        assertEquals(1, ordered.size());
        String order = "ServiceRequest/" + idOf(ordered.get(0));
        assertTrue(shown.assessment().getText().getDivAsString().contains(order), order);
        String proposedAgain = ((ServiceRequest) ordered.get(0)).getCode().getText();
        assertTrue(shown.proposals()
                .filter(ServiceRequest.class::isInstance)
                .noneMatch(request ->
                        ((ServiceRequest) request).getCode().getText().equals(proposedAgain)));
    }

    @Test
    void F11_theOrderOfItemsChangesNothing() {
        ExampleCase example = example("coffee-and-weak-hand");
        QuestionnaireResponse turned = example.response();
        java.util.Collections.reverse(turned.getItem());
        turned.getItem().forEach(group -> java.util.Collections.reverse(group.getItem()));
        ShownResult straight = sentAlong(example.response());
        ShownResult reversed = sentAlong(turned);
        assertEquals(straight.urgency(), reversed.urgency());
        assertEquals(
                straight.assessment().getPrediction().stream()
                        .map(prediction -> prediction.getRationale())
                        .toList(),
                reversed.assessment().getPrediction().stream()
                        .map(prediction -> prediction.getRationale())
                        .toList());
    }

    @Test
    void aResponseEnteredInErrorWithdrawsItsResult() {
        String id = server.store("shaking-hands");
        ShownResult first = assess(id);
        QuestionnaireResponse wrong = server.get("/QuestionnaireResponse/" + id).as(QuestionnaireResponse.class);
        update(wrong.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR));
        Parameters answer = staleness(first);
        assertEquals(
                "The response it rests on was entered in error.",
                answer.getParameter("reason").getValue().primitiveValue());
        ShownResult withdrawn = assess(id);
        assertEquals("entered-in-error", withdrawn.status());
        assertTrue(withdrawn
                .proposals()
                .filter(ServiceRequest.class::isInstance)
                .allMatch(request -> ((ServiceRequest) request).getStatus() == ServiceRequestStatus.REVOKED));
        assertEquals("2", assess(id).assessment().getMeta().getVersionId());
        Refusal.assertInWords(422, server.post("/QuestionnaireResponse/" + id + "/$extract", NOTHING));
    }

    @Test
    void aRiskAssessmentThatIsNotOursIsNeitherStaleNorFresh() {
        put(
                        "RiskAssessment",
                        "foreign",
                        "{\"resourceType\":\"RiskAssessment\",\"id\":\"foreign\",\"status\":\"final\"}")
                .expect(201);
        Refusal.assertInWords(422, server.get("/RiskAssessment/foreign/$stale"));
    }

    private static ShownResult assess(String id) {
        return new ShownResult(server.post("/QuestionnaireResponse/" + id + "/$assess", NOTHING)
                .expect(200)
                .as(Bundle.class));
    }

    private static ShownResult sentAlong(QuestionnaireResponse response) {
        HttpAnswer answer = server.post(
                "/QuestionnaireResponse/$assess",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":" + json(response)
                        + "}]}");
        return new ShownResult(answer.expect(200).as(Bundle.class));
    }

    private static BooleanType stale(ShownResult shown) {
        return (BooleanType) staleness(shown).getParameter("stale").getValue();
    }

    private static Parameters staleness(ShownResult shown) {
        RiskAssessment assessment = shown.assessment();
        return server.get("/RiskAssessment/" + idOf(assessment) + "/$stale")
                .expect(200)
                .as(Parameters.class);
    }

    private static ServiceRequest proposal(ShownResult shown, String words) {
        return shown.proposals()
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .filter(request -> request.getCode().getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static ServiceRequest read(ServiceRequest request) {
        return server.get("/ServiceRequest/" + idOf(request)).expect(200).as(ServiceRequest.class);
    }

    private static void update(Resource resource) {
        put(resource.fhirType(), idOf(resource), json(resource)).expect(200);
    }

    private static String idOf(Resource resource) {
        return resource.getIdElement().getIdPart();
    }

    private static ExampleCase example(String name) {
        return ExampleCase.all()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String potassium(String patient, double value, String unit) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"" + patient
                + "\"},\"category\":[{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"laboratory\"}]}],"
                + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}]},"
                + "\"effectiveDateTime\":\"2026-11-20T08:00:00Z\",\"valueQuantity\":{\"value\":" + value
                + ",\"unit\":\"" + unit + "\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"" + unit + "\"}}";
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
