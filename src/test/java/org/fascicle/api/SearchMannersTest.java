package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fascicle.testing.HttpAnswer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client may write in a search that means the same as what another writes. */
class SearchMannersTest extends ServerTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @BeforeEach
    void store() {
        put("Patient", "ada", patient("ada", "Ada"));
        put("Encounter", "visit", about("Encounter", "visit", "\"class\":{\"code\":\"AMB\"},\"status\":\"finished\""));
        put(
                "Observation",
                "potassium",
                about(
                        "Observation",
                        "potassium",
                        "\"status\":\"final\",\"code\":{\"text\":\"K\"},\"encounter\":{\"reference\":\"Encounter/visit\"}"));
        put(
                "Observation",
                "other",
                "{\"resourceType\":\"Observation\",\"id\":\"other\",\"status\":\"final\","
                        + "\"code\":{\"text\":\"K\"},\"subject\":{\"reference\":\"Patient/other\"}}");
    }

    @Test
    void aPatientIsNamedByIdByReferenceOrByTheWholeAddress() {
        String whole = server.fhir() + "/Patient/ada";
        for (String named : List.of("ada", "Patient/ada", whole, "Patient/nobody," + whole)) {
            assertEquals(List.of("potassium"), found("patient=" + named), named);
            assertEquals(List.of("potassium"), found("subject=" + named), named);
        }
        assertEquals(List.of(), found("patient=https://elsewhere.example/fhir/Patient/ada"));
    }

    @Test
    void anIncludeMaySayWhichTypeItIsMeantFor() {
        HttpAnswer both = server.get("/Observation?patient=ada&_include=Observation:subject:Patient"
                + "&_include=Observation:encounter:Encounter");
        assertEquals(List.of("Observation", "Patient", "Encounter"), types(both));
        assertEquals(
                List.of("Observation"),
                types(server.get("/Observation?patient=ada&_include=Observation:subject:Device")));
    }

    @Test
    void anUrgencyIsFoundWithAndWithoutItsSystem() {
        String response = server.store("potassium-2-3-benign-history");
        server.post("/QuestionnaireResponse/" + response + "/$assess", "").expect(200);
        String system = "https://fascicle.example/fhir/CodeSystem/fasciculation-urgency%7C";
        for (String urgency : List.of("emergency", system + "emergency", "routine," + system + "emergency")) {
            assertEquals(List.of("RiskAssessment"), types(server.get("/RiskAssessment?urgency=" + urgency)), urgency);
        }
        for (String urgency : List.of("routine", system + "routine", "https://elsewhere.example%7Cemergency")) {
            assertEquals(List.of(), types(server.get("/RiskAssessment?urgency=" + urgency)), urgency);
        }
    }

    @Test
    void headSaysWhatGetSaysWithoutTheBody() {
        for (String path : List.of("/Observation?patient=ada", "/Observation/potassium", "/metadata", "/ValueSet")) {
            HttpAnswer head = server.send("HEAD", path, new byte[0]);
            assertEquals(200, head.status(), path);
            assertEquals("", head.body(), path);
            assertEquals(server.get(path).header("Content-Type"), head.header("Content-Type"), path);
        }
        assertEquals(
                404, server.send("HEAD", "/Observation/nowhere", new byte[0]).status());
    }

    @Test
    void aSearchIsPostedAsAFormAndInNoOtherWay() {
        byte[] form = "patient=ada".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("potassium"),
                server.send("POST", "/Observation/_search", form, "Content-Type", FORM)
                        .expect(200)
                        .ids());
        assertEquals(
                List.of("potassium"),
                server.send("POST", "/Observation/_search?patient=ada", new byte[0])
                        .expect(200)
                        .ids());
        server.send("POST", "/Observation/_search", form, "Content-Type", "text/plain")
                .expect(415);
    }

    @Test
    void whatCannotBeSortedByIsToldWhatCan() {
        String words = server.get("/Observation?_sort=-date,code")
                .expect(400)
                .issues()
                .get(0)
                .getDiagnostics();
        assertTrue(
                words.contains("cannot be sorted by `date,code`") && words.contains("_id, _lastUpdated, date"), words);
    }

    private static List<String> found(String search) {
        return server.get("/Observation?" + search).expect(200).ids();
    }

    private static List<String> types(HttpAnswer found) {
        return found.expect(200).as(Bundle.class).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .map(Resource::fhirType)
                .toList();
    }

    private static String about(String type, String id, String members) {
        return "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\"," + members
                + ",\"subject\":{\"reference\":\"Patient/ada\"}}";
    }
}
