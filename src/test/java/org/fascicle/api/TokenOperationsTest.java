package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.testing.HttpAnswer;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

/** As {@link TokenAccessTest}: what else than reading, searching and writing could tell of, or change, another patient. */
class TokenOperationsTest extends TwoPatients {
    @Test
    void b1_whetherAnAssessmentIsStaleIsToldOfTheOwnPatientOnly() {
        String own = assessment(OWN);
        String others = assessment(OTHER);

        server.get("/RiskAssessment/" + own + "/$stale", token(ALL)).expect(200);
        assertSame(
                404,
                others,
                server.get("/RiskAssessment/" + others + "/$stale", token(ALL)),
                server.get("/RiskAssessment/never-stored/$stale", token(ALL)));
        open.get("/RiskAssessment/" + others + "/$stale").expect(200);
    }

    @Test
    void b1_extractionIsOfTheOwnResponseOnly() {
        String path = "/QuestionnaireResponse/";

        server.post(path + OWN + "/$extract", "", token(ALL)).expect(200);
        assertSame(
                404,
                OTHER,
                server.post(path + OTHER + "/$extract", "", token(ALL)),
                server.post(path + "never-stored/$extract", "", token(ALL)));
        open.post(path + OTHER + "/$extract", "").expect(200);
    }

    @Test
    void b2_extractionOfWhatIsSentAlongIsForTheOwnPatientOnly() {
        server.post("/QuestionnaireResponse/$extract", inline("questionnaire-response", OWN), token(ALL))
                .expect(200);
        server.post("/QuestionnaireResponse/$extract", inline("questionnaire-response", OTHER), token(ALL))
                .expect(403);
        open.post("/QuestionnaireResponse/$extract", inline("questionnaire-response", OTHER))
                .expect(200);
    }

    @Test
    void b1_aPreviewIsOfTheOwnResponseOnly() {
        String path = "/QuestionnaireResponse/";

        server.post(path + OWN + "/$assess?preview=true", "", token(ALL)).expect(200);
        assertSame(
                404,
                OTHER,
                server.post(path + OTHER + "/$assess?preview=true", "", token(ALL)),
                server.post(path + "never-stored/$assess?preview=true", "", token(ALL)));
    }

    @Test
    void b1_anExplanationIsOfTheOwnResponseOnly() {
        String path = "/QuestionnaireResponse/";

        server.get(path + OWN + "/$explain", token(ALL)).expect(200);
        assertSame(
                404,
                OTHER,
                server.get(path + OTHER + "/$explain", token(ALL)),
                server.get(path + "never-stored/$explain", token(ALL)));
        open.get(path + OTHER + "/$explain").expect(200);
    }

    @Test
    void b1_anExplanationAndAPreviewNeedTheSameScopes() {
        String path = "/QuestionnaireResponse/" + OWN;
        for (String scope : List.of("patient/Patient.rs", "patient/QuestionnaireResponse.s")) {
            server.post(path + "/$assess?preview=true", "", token(scope)).expect(403);
            server.get(path + "/$explain", token(scope)).expect(403);
            server.post(path + "/$explain", "", token(scope)).expect(403);
        }
        server.post(path + "/$assess?preview=true", "", token("patient/*.rs")).expect(200);
        server.get(path + "/$explain", token("patient/*.rs")).expect(200);
    }

    @Test
    void b2_anExplanationOfWhatIsSentAlongIsForTheOwnPatientOnly() {
        String path = "/QuestionnaireResponse/$explain";

        server.post(path, inline("response", OWN), token(ALL)).expect(200);
        server.post(path, inline("response", OTHER), token(ALL)).expect(403);
        open.post(path, inline("response", OTHER)).expect(200);
    }

    @Test
    void b1_aPlanIsAppliedToTheOwnPatientOnly() {
        String path = "/PlanDefinition/" + plan() + "/$apply?subject=Patient/";

        server.get(path + patient, token(ALL)).expect(200);
        open.get(path + other).expect(200);
        HttpAnswer others = server.get(path + other, token(ALL));
        HttpAnswer nobodys = server.get(path + "never-stored", token(ALL));
        assertSame(nobodys.status(), other, others, nobodys);
        assertTrue(others.status() >= 400, others.body());
    }

    @Test
    void b1_whatIsInAnAnswerIsTheOwnPatientsOnly() {
        for (String path : List.of(
                "/QuestionnaireResponse/" + OWN + "/$assess",
                "/QuestionnaireResponse/" + OWN + "/$assess?preview=true",
                "/QuestionnaireResponse/" + OWN + "/$explain",
                "/QuestionnaireResponse/" + OWN + "/$extract")) {
            String answer = server.post(path, "", token(ALL)).expect(200).body();
            assertTrue(answer.contains("Patient/" + patient), path);
            assertFalse(answer.contains("Patient/" + other), path);
        }
    }

    /** HAPI's own handles to a search, its batches, its deletions by search and its GraphQL are not there at all. */
    @Test
    void b1_theWaysInThatHapiWouldHaveAreClosed() {
        String entry = "{\"request\":{\"method\":\"GET\",\"url\":\"Patient/" + other + "\"}}";
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + entry + "]}";

        Stream.of(
                        server.post("", batch, token(ALL)),
                        server.post("", batch.replace("batch", "transaction"), token(ALL)),
                        server.get("?_getpages=1&_getpagesoffset=0&_count=10", token(ALL)),
                        server.get("/Patient/_history", token(ALL)),
                        server.get("/_history", token(ALL)),
                        server.get("?_type=Patient", token(ALL)),
                        server.get("/Patient/" + other + "/$everything", token(ALL)),
                        server.get("/Patient/" + other + "/Observation", token(ALL)),
                        server.get("/Observation/$lastn?patient=" + other, token(ALL)),
                        server.get("/$graphql?query=%7BPatient(id%3A" + other + ")%7Bid%7D%7D", token(ALL)),
                        server.get("/$export", token(ALL)),
                        server.send("DELETE", "/Observation?patient=" + other, new byte[0], token(ALL)))
                .forEach(answer -> {
                    assertTrue(answer.status() >= 400 && answer.status() < 500, answer.status() + answer.body());
                    assertFalse(answer.body().contains("\"birthDate\""), answer.body());
                });
        open.get("/Patient/" + other).expect(200);
    }

    /** The same words, but for the id that was asked for. */
    private static void assertSame(int status, String id, HttpAnswer others, HttpAnswer nobodys) {
        assertNotEquals(200, status);
        assertEquals(
                nobodys.expect(status).body().replace("never-stored", "X"),
                others.expect(status).body().replace(id, "X"));
    }

    private static String assessment(String response) {
        return open.post("/QuestionnaireResponse/" + response + "/$assess", "").expect(200).entries().stream()
                .filter(RiskAssessment.class::isInstance)
                .map(found -> found.getIdElement().getIdPart())
                .findFirst()
                .orElseThrow();
    }

    private static String plan() {
        return open.get("/PlanDefinition").expect(200).ids().get(0);
    }

    private static String inline(String name, String response) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"resource\":"
                + open.get("/QuestionnaireResponse/" + response).expect(200).body() + "}]}";
    }
}
