package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fascicle.testing.HttpAnswer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class ChartTest extends ServerTest {

    @Test
    void whatIsCreatedIsReadBack() {
        HttpAnswer created = server.post("/Patient", patient("ignored", "Abel"));
        String id = createdId(created);
        assertEquals("W/\"1\"", created.header("ETag"));
        assertEquals(server.fhir() + "/Patient/" + id + "/_history/1", created.header("Location"));
        assertEquals("Abel", created.as(Patient.class).getNameFirstRep().getFamily());
        HttpAnswer read = server.get("/Patient/" + id).expect(200);
        assertEquals("Abel", read.as(Patient.class).getNameFirstRep().getFamily());
        assertEquals("W/\"1\"", read.header("ETag"));
        assertEquals("Sat, 21 Nov 2026 09:00:00 GMT", read.header("Last-Modified"));
    }

    @Test
    void anUpdateKeepsEveryVersion() {
        put("Patient", "versions", patient("versions", "First")).expect(201);
        server.clock().forward(Duration.ofMinutes(1));
        put("Patient", "versions", patient("versions", "Second")).expect(200);
        assertEquals(
                "First",
                server.get("/Patient/versions/_history/1")
                        .as(Patient.class)
                        .getNameFirstRep()
                        .getFamily());
        assertEquals(
                "Second",
                server.get("/Patient/versions")
                        .as(Patient.class)
                        .getNameFirstRep()
                        .getFamily());
        Bundle history = server.get("/Patient/versions/_history").expect(200).as(Bundle.class);
        assertEquals(Bundle.BundleType.HISTORY, history.getType());
        assertEquals(
                List.of("PUT", "POST"),
                history.getEntry().stream()
                        .map(entry -> entry.getRequest().getMethod().toCode())
                        .toList());
    }

    @Test
    void aHistoryIsToldFromAMomentOn() {
        put("Patient", "since", patient("since", "First")).expect(201);
        server.clock().forward(Duration.ofMinutes(1));
        String moment = server.clock().instant().toString();
        put("Patient", "since", patient("since", "Second")).expect(200);
        server.clock().forward(Duration.ofMinutes(1));
        put("Patient", "since", patient("since", "Third")).expect(200);
        String from = "/Patient/since/_history?_since=" + moment;
        assertEquals(List.of("Third", "Second"), families(server.get(from)));
        HttpAnswer first = server.get(from + "&_count=1").expect(200);
        assertEquals(List.of("Third"), families(first));
        HttpAnswer second = server.get(next(first)).expect(200);
        assertEquals(List.of("Second"), families(second));
        HttpAnswer beyond = server.get(next(second)).expect(200);
        assertEquals(List.of(), families(beyond));
        assertEquals(null, beyond.as(Bundle.class).getLink(Bundle.LINK_NEXT));
    }

    private static String next(HttpAnswer page) {
        return page.as(Bundle.class).getLink(Bundle.LINK_NEXT).getUrl();
    }

    private static List<String> families(HttpAnswer bundle) {
        return bundle.expect(200).entries().stream()
                .map(resource -> ((Patient) resource).getNameFirstRep().getFamily())
                .toList();
    }

    @Test
    void aFirstVersionIsStoredOnlyWhereNothingIs() {
        put("Patient", "first-only", patient("first-only", "First"), "If-None-Match", "*")
                .expect(201);
        put("Patient", "first-only", patient("first-only", "Second"), "If-None-Match", "*")
                .expect(412);
        assertEquals(
                "First",
                server.get("/Patient/first-only")
                        .as(Patient.class)
                        .getNameFirstRep()
                        .getFamily());
        put("Patient", "first-only", patient("first-only", "Third"), "If-None-Match", "W/\"1\"")
                .expect(400);
    }

    @Test
    void anUpdateBasedOnAnOldVersionIsRefused() {
        put("Patient", "stale", patient("stale", "First")).expect(201);
        put("Patient", "stale", patient("stale", "Second"), "If-Match", "W/\"1\"")
                .expect(200);
        HttpAnswer refused = put("Patient", "stale", patient("stale", "Third"), "If-Match", "W/\"1\"");
        assertEquals(
                OperationOutcome.IssueType.CONFLICT,
                refused.expect(412).issues().get(0).getCode());
        assertEquals(
                "Second",
                server.get("/Patient/stale").as(Patient.class).getNameFirstRep().getFamily());
    }

    @Test
    void aConditionalCreateStoresOnce() {
        String mrn = "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:mrn\",\"value\":\"7\"}]}";
        HttpAnswer first = server.post("/Patient", mrn, "If-None-Exist", "identifier=urn:mrn|7");
        HttpAnswer second = server.post("/Patient", mrn, "If-None-Exist", "identifier=urn:mrn|7");
        assertEquals(first.expect(201).header("Location"), second.expect(200).header("Location"));
        assertEquals(1, server.get("/Patient?identifier=urn:mrn%7C7").ids().size());
    }

    @Test
    void aConditionalUpdateFindsItsTarget() {
        String mrn = "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:mrn\",\"value\":\"8\"}]";
        server.put("/Patient?identifier=urn:mrn%7C8", mrn + "}").expect(201);
        HttpAnswer again = server.put("/Patient?identifier=urn:mrn%7C8", mrn + ",\"active\":true}");
        assertEquals("W/\"2\"", again.expect(200).header("ETag"));
    }

    @Test
    void whoeverHoldsTheVersionIsTold() {
        put("Patient", "held", patient("held", "Held")).expect(201);
        assertEquals(
                "",
                server.get("/Patient/held", "If-None-Match", "W/\"1\"")
                        .expect(304)
                        .body());
        server.get("/Patient/held", "If-None-Match", "W/\"2\"").expect(200);
    }

    @Test
    void aSearchLeadsFromPageToPageAndMissesNothing() {
        put("Patient", "paged", patient("paged", "Paged")).expect(201);
        List<String> stored = IntStream.range(0, 7)
                .mapToObj(day -> createdId(server.post("/Observation", potassium("paged", "2026-11-0" + (day + 1)))))
                .toList();
        List<String> found = new ArrayList<>();
        HttpAnswer page =
                server.get("/Observation?patient=Patient/paged&code=http://loinc.org%7C2823-3&_sort=-date&_count=3");
        found.addAll(page.expect(200).ids());
        while (page.as(Bundle.class).getLink(Bundle.LINK_NEXT) != null) {
            page = server.get(page.as(Bundle.class).getLink(Bundle.LINK_NEXT).getUrl());
            found.addAll(page.expect(200).ids());
        }
        List<String> newestFirst = new ArrayList<>(stored);
        java.util.Collections.reverse(newestFirst);
        assertEquals(newestFirst, found);
    }

    @Test
    void aSearchByPostIsTheSameSearch() {
        put("Patient", "posted", patient("posted", "Posted-Search")).expect(201);
        HttpAnswer found = server.post(
                "/Patient/_search", "family=Posted-Search", "Content-Type", "application/x-www-form-urlencoded");
        assertEquals(List.of("posted"), found.expect(200).ids());
    }

    @Test
    void anUnknownParameterIsRefusedUnlessItMayBeIgnored() {
        assertTrue(server.get("/Patient?shoe-size=44")
                .expect(400)
                .issues()
                .get(0)
                .getDetails()
                .getText()
                .contains("cannot be searched by"));
        HttpAnswer lenient = server.get("/Patient?shoe-size=44&family=Nobody", "Prefer", "handling=lenient");
        Bundle found = lenient.expect(200).as(Bundle.class);
        assertEquals(
                Bundle.SearchEntryMode.OUTCOME,
                found.getEntryFirstRep().getSearch().getMode());
        assertFalse(found.getLink(Bundle.LINK_SELF).getUrl().contains("shoe-size"));
    }

    @Test
    void aTransactionHappensAsAWholeAndItsReferencesLead() {
        String transaction = transaction(
                "{\"fullUrl\":\"urn:uuid:0f7c2b1e-6a35-4d0e-9a53-5b0d6f5f1a01\",\"resource\":" + patient("x", "Whole")
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}",
                "{\"resource\":"
                        + potassium("?", "2026-11-20")
                                .replace("Patient/?", "urn:uuid:0f7c2b1e-6a35-4d0e-9a53-5b0d6f5f1a01")
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}");
        Bundle answer = server.post("", transaction).expect(200).as(Bundle.class);
        String patient = answer.getEntry().get(0).getResponse().getLocation().replaceFirst("/_history.*", "");
        String result = answer.getEntry().get(1).getResponse().getLocation();
        assertEquals(
                patient,
                server.get("/" + result)
                        .expect(200)
                        .as(Observation.class)
                        .getSubject()
                        .getReference());
    }

    @Test
    void aTransactionWithOneFaultStoresNothing() {
        String transaction = transaction(
                "{\"resource\":" + patient("x", "Half") + ",\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}",
                "{\"resource\":{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\","
                        + "\"questionnaire\":\"https://elsewhere.example/q\"},"
                        + "\"request\":{\"method\":\"POST\",\"url\":\"QuestionnaireResponse\"}}");
        assertTrue(server.post("", transaction).expect(422).places().stream()
                .allMatch(place -> place.startsWith("Bundle.entry[1].resource")));
        assertEquals(List.of(), server.get("/Patient?family=Half").ids());
    }

    private static String transaction(String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String potassium(String patient, String date) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/" + patient
                + "\"},\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}]},"
                + "\"effectiveDateTime\":\"" + date + "\",\"valueQuantity\":{\"value\":4.1,\"unit\":\"mmol/L\","
                + "\"system\":\"http://unitsofmeasure.org\",\"code\":\"mmol/L\"}}";
    }
}
