package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;

/** The FHIR door with tokens, over HTTP: the token is for the first patient. */
class TokenAccessTest extends TwoPatients {
    @Test
    void b1_whoShowsNoTokenIsToldThatOneIsNeeded() {
        HttpAnswer answer = server.get("/Patient/" + patient).expect(401);

        assertEquals("Bearer realm=\"fascicle\"", answer.header("WWW-Authenticate"));
        assertEquals("login", answer.issues().get(0).getCode().toCode());
    }

    @Test
    void b1_aTokenThatDoesNotHoldIsToldSo() {
        HttpAnswer answer = server.get("/Patient/" + patient, "Authorization", "Bearer nonsense")
                .expect(401);

        assertTrue(answer.header("WWW-Authenticate").contains("error=\"invalid_token\""));
        assertFalse(answer.body().contains("nonsense"));
    }

    @Test
    void b1_everyWayInNeedsAToken() {
        for (String path : List.of(
                "/Patient", "/Patient/x/_history", "/Patient/x/_history/1", "/AuditEvent", "/Observation?_count=1")) {
            server.get(path).expect(401);
        }
        server.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}")
                .expect(401);
        server.post("/Patient", "{}").expect(401);
        server.put("/Patient/x", "{}").expect(401);
        server.post("/QuestionnaireResponse/" + OWN + "/$assess", "").expect(401);
        server.post("/QuestionnaireResponse/$assess", "").expect(401);
        server.post("/Questionnaire/fasciculation-history/$populate", "").expect(401);
    }

    @Test
    void b1_aTokenInTheAddressIsNone() {
        server.get("/Patient?access_token=" + patient + "~user/_.r").expect(401);
    }

    @Test
    void b1_twoTokensAreNone() {
        String[] one = token(ALL);

        server.get("/Patient/" + patient, one[0], one[1], one[0], one[1]).expect(401);
    }

    @Test
    void b1_aScopeThatDoesNotReachIsForbidden() {
        HttpAnswer answer = server.get("/Patient/" + patient, token("patient/Observation.rs"))
                .expect(403);

        assertTrue(answer.header("WWW-Authenticate").contains("error=\"insufficient_scope\""));
        assertEquals("forbidden", answer.issues().get(0).getCode().toCode());
    }

    @Test
    void b1_readVreadAndHistoryGiveTheOwnPatientOnly() {
        server.get("/Patient/" + patient, token(ALL)).expect(200);
        server.get("/QuestionnaireResponse/" + OWN + "/_history", token(ALL)).expect(200);

        assertAbsent("/QuestionnaireResponse/" + OTHER, "/QuestionnaireResponse/" + NEVER_STORED);
        assertAbsent(
                "/QuestionnaireResponse/" + OTHER + "/_history/1",
                "/QuestionnaireResponse/" + NEVER_STORED + "/_history/1");
        assertAbsent(
                "/QuestionnaireResponse/" + OTHER + "/_history",
                "/QuestionnaireResponse/" + NEVER_STORED + "/_history");
    }

    @Test
    void b1_searchesGiveTheOwnPatientOnlyByGetAndByPost() {
        String form = "application/x-www-form-urlencoded";
        String[] token = token(ALL);

        assertEquals(List.of(patient), server.get("/Patient", token).expect(200).ids());
        assertEquals(
                List.of(),
                server.get("/QuestionnaireResponse?patient=" + other, token)
                        .expect(200)
                        .ids());
        assertEquals(
                List.of(patient),
                server.get("/Patient?_id=" + patient + "," + other, token)
                        .expect(200)
                        .ids());
        assertEquals(
                List.of(),
                server.post(
                                "/QuestionnaireResponse/_search",
                                "patient=" + other,
                                "Content-Type",
                                form,
                                token[0],
                                token[1])
                        .expect(200)
                        .ids());
    }

    @Test
    void b1_includesStopAtTheOtherPatient() {
        server.post("/Observation", observation(patient, "Encounter/of-the-other"), token("user/Observation.c"))
                .expect(201);
        open.put(
                        "/Encounter/of-the-other",
                        "{\"resourceType\":\"Encounter\",\"id\":\"of-the-other\",\"status\":\"finished\","
                                + "\"class\":{\"code\":\"AMB\"},\"subject\":{\"reference\":\"Patient/" + other + "\"}}")
                .expect(201);

        List<String> found = server.get(
                        "/Observation?encounter=of-the-other&_include=Observation:encounter", token(ALL))
                .expect(200)
                .ids();

        assertEquals(1, found.size());
        assertFalse(found.contains("of-the-other"));
    }

    @Test
    void b1_chainsHasAndRevincludeAreRefused() {
        for (String search : List.of(
                "/Observation?subject.name=x",
                "/Patient?_has:Observation:patient:code=x",
                "/Patient?_revinclude=Observation:patient")) {
            server.get(search, token(ALL)).expect(400);
        }
    }

    @Test
    void b1_anothersPageLinkGivesNothingMore() {
        String next = open.get("/QuestionnaireResponse?_count=1")
                .expect(200)
                .as(Bundle.class)
                .getLink("next")
                .getUrl();
        String asked = next.substring(next.indexOf("/QuestionnaireResponse"));

        assertFalse(server.get(asked, token(ALL)).expect(200).ids().contains(OTHER));
    }

    @Test
    void b1_assessByIdJudgesTheOwnResponseOnly() {
        String[] token = token(ALL);
        HttpAnswer own = server.post("/QuestionnaireResponse/" + OWN + "/$assess", "", token)
                .expect(200);

        assertTrue(own.body().contains("RiskAssessment"));
        assertEquals(
                post("/QuestionnaireResponse/" + NEVER_STORED + "/$assess").replace(NEVER_STORED, "X"),
                post("/QuestionnaireResponse/" + OTHER + "/$assess").replace(OTHER, "X"));
    }

    @Test
    void b5_anAssessmentNeedsEveryScopeItReadsAndWritesBy() {
        HttpAnswer refused = server.post(
                "/QuestionnaireResponse/" + OWN + "/$assess",
                "",
                token("patient/QuestionnaireResponse.rs", "patient/Patient.r"));

        refused.expect(403);
    }

    @Test
    void b1_populateDraftsForTheOwnPatientOnly() {
        server.post("/Questionnaire/fasciculation-history/$populate", subject(patient, true), token(ALL))
                .expect(200);
        server.post("/Questionnaire/fasciculation-history/$populate", subject(other, true), token(ALL))
                .expect(403);
        server.post("/Questionnaire/fasciculation-history/$populate", subject(other, false), token(ALL))
                .expect(403);
        server.post("/Questionnaire/fasciculation-history/$populate", subject("nobody", true), token(ALL))
                .expect(403);
    }

    @Test
    void b2_aResponseSentAlongIsJudgedForTheOwnPatientOnly() {
        String own = open.get("/QuestionnaireResponse/" + OWN).body();
        String others = open.get("/QuestionnaireResponse/" + OTHER).body();

        server.post("/QuestionnaireResponse/$assess", inline(own), token(ALL)).expect(200);
        server.post("/QuestionnaireResponse/$assess", inline(others), token(ALL))
                .expect(403);
        server.post("/QuestionnaireResponse/$assess", inline(others), token("user/QuestionnaireResponse.c"))
                .expect(200);
    }

    @Test
    void b3_aResponseWithoutASubjectIsRefused() {
        String own = open.get("/QuestionnaireResponse/" + OWN).body().replaceFirst("\"subject\":\\{[^}]*},", "");

        server.post("/QuestionnaireResponse/$assess", inline(own), token(ALL)).expect(422);
    }

    @Test
    void b4_anUpdateNeverMovesAResourceToAnotherPatient() {
        open.put(
                        "/Observation/staying",
                        observation(patient, "").replace("{\"resourceType", "{\"id\":\"staying\",\"resourceType"))
                .expect(201);
        String moved = observation(other, "").replace("{\"resourceType", "{\"id\":\"staying\",\"resourceType");

        server.put("/Observation/staying", moved, token(ALL)).expect(403);
        server.put("/Observation/staying", moved, token("user/*.cruds")).expect(422);
        open.put("/Observation/staying", moved).expect(422);
        assertTrue(open.get("/Observation/staying").body().contains(patient));
    }

    @Test
    void b1_transactionsAreJudgedEntryByEntry() {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + entry(observation(patient, "")) + "," + entry(observation(other, "")) + "]}";

        server.post("", bundle, token(ALL)).expect(403);
        server.post("", bundle, token("user/Observation.c")).expect(200);
    }

    @Test
    void b1_conditionalWritesFindTheOwnPatientsOnly() {
        String identified = observation(other, "")
                .replace("\"code\"", "\"identifier\":[{\"system\":\"urn:t\",\"value\":\"1\"}],\"code\"");
        open.post("/Observation", identified).expect(201);
        String own = observation(patient, "")
                .replace("\"code\"", "\"identifier\":[{\"system\":\"urn:t\",\"value\":\"1\"}],\"code\"");
        String[] token = token(ALL);

        server.post("/Observation", own, "If-None-Exist", "identifier=urn:t|1", token[0], token[1])
                .expect(201);
        server.post("/Observation", own, "If-None-Exist", "identifier=urn:t|1", token[0], token[1])
                .expect(200);
        server.put("/Observation?identifier=urn:t%7C1", own, token).expect(200);
    }

    @Test
    void b1_methodsThatAreNotOfferedStayClosedWhateverAHeaderSays() {
        String[] token = token(ALL);

        server.send("PATCH", "/Patient/" + patient, new byte[0], token).expect(405);
        server.send("DELETE", "/Patient/" + patient, new byte[0], token).expect(405);
        server.get("/Patient/" + patient, "X-HTTP-Method-Override", "DELETE", token[0], token[1])
                .expect(200);
        server.get("/Patient/" + patient, token).expect(200);
    }

    @Test
    void b1_nobodyWritesTheAuditTrail() {
        server.post("/AuditEvent", "{\"resourceType\":\"AuditEvent\"}", token("system/*.cruds"))
                .expect(405);
    }

    @Test
    void whatIsPublishedIsForEveryone() {
        CapabilityStatement told = server.get("/metadata").expect(200).as(CapabilityStatement.class);
        assertEquals(
                "SMART-on-FHIR",
                told.getRestFirstRep()
                        .getSecurity()
                        .getServiceFirstRep()
                        .getCodingFirstRep()
                        .getCode());
        Validator.assertValid(told);
        server.get("/Questionnaire/fasciculation-history").expect(200);
    }

    private static void assertAbsent(String path, String neverStored) {
        HttpAnswer real = server.get(path, token(ALL)).expect(404);
        HttpAnswer absent = server.get(neverStored, token(ALL)).expect(404);
        assertEquals(absent.body().replace(NEVER_STORED, "X"), real.body().replace(OTHER, "X"));
    }

    private static String post(String path) {
        return server.post(path, "", token(ALL)).expect(404).body();
    }

    private static String observation(String subject, String encounter) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/"
                + subject + "\"}" + (encounter.isEmpty() ? "" : ",\"encounter\":{\"reference\":\"" + encounter + "\"}")
                + "}";
    }

    private static String entry(String resource) {
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}";
    }

    private static String inline(String response) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":" + response
                + "}]}";
    }

    private static String subject(String id, boolean local) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"subject\",\"valueReference\":{\"reference\":\"Patient/"
                + id + "\"}},{\"name\":\"local\",\"valueBoolean\":" + local + "}]}";
    }
}
