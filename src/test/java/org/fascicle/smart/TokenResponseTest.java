package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Feature;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenResponseTest extends LaunchScene {

    @Override
    Ehr registered() {
        return ehr.ehr(new Authentication.None(), ScriptedEhr.timeout(Duration.ofSeconds(2)));
    }

    @Test
    void a10_withoutAPatientNothingOpens() {
        ehr.tokens.remove("patient");

        Page page = launch();

        assertEquals(422, page.status());
        assertTrue(page.body().contains("Select a patient"), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "Patient/p1", "p1?_id=p2", "p1&x=y", "p|1", "../p1", "p 1", "é"})
    void a10_aPatientInNoFormOfFhirIsRefused(String patient) {
        ehr.tokens.put("patient", patient);

        assertEquals(422, launch().status());
    }

    @Test
    void a10_aPatientThatIsNoTextIsRefused() {
        ehr.tokens.put("patient", 7);

        assertEquals(422, launch().status());
    }

    @Test
    void a10_fewerScopesTakeTheirFeaturesAwayAndLeaveTheOthers() {
        ehr.tokens.put("scope", "launch patient/Patient.r patient/Observation.rs patient/QuestionnaireResponse.cru");

        Launch launch = launchOf(launch());

        assertTrue(launch.features().allow(Feature.SEE_PATIENT));
        assertTrue(launch.features().allow(Feature.SEE_RESULTS));
        assertFalse(launch.features().allow(Feature.SAVE_INTERVIEW), "cannot be found again without s");
        assertFalse(launch.features().allow(Feature.SAVE_RESULT));
        assertFalse(launch.features().allow(Feature.SAVE_ORDERS));
    }

    @Test
    void a10_noWordAboutScopesMeansAllThatWasAsked() {
        assertTrue(launchOf(launch()).features().missing().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac", "DPoP", "N_A", ""})
    void a10_aTokenThatIsNoBearerIsRefused(String type) {
        ehr.tokens.put("token_type", type);

        assertEquals(502, launch().status());
    }

    @Test
    void a10_bearerIsReadInAnyCase() {
        ehr.tokens.put("token_type", "bEaReR");

        assertEquals(303, launch().status());
    }

    @Test
    void a10_membersNobodyKnowsDoNoHarm() {
        ObjectNode tokens = ehr.tokens;
        tokens.put("__epic.dstu2.patient", "x").putNull("nothing").put("patient_name", "Ann");
        tokens.putObject("deep").putArray("er").add(1);
        tokens.put("intent", 5).put("tenant", true).put("smart_style_url", 7).put("fhirContext", "no list");

        assertEquals("Patient/p1", openedPage().body());
    }

    @Test
    void a10_anAnswerOfAMegabyteIsCutOff() {
        ehr.tokens.put("filler", "x".repeat(1 << 20));

        assertEquals(504, launch().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "<html></html>", "{\"access_token\":7}", "{\"token_type\":\"Bearer\"}"})
    void a10_anAnswerThatIsNotOauthIsRefused(String answer) {
        ehr.on("/token", exchange -> ScriptedEhr.send(exchange, 200, answer));

        assertEquals(502, launch().status());
    }

    @Test
    void a10_aRefusalIsToldByItsCode() {
        ehr.on("/token", exchange -> ScriptedEhr.send(exchange, 400, "{\"error\":\"invalid_grant\"}"));

        Page page = launch();

        assertEquals(502, page.status());
        assertTrue(page.body().contains("`invalid_grant`"), page.body());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 302, 204})
    void a10_anAnswerWithoutTokensIsRefused(int status) {
        ehr.on("/token", exchange -> ScriptedEhr.send(exchange, status, ""));

        assertEquals(502, launch().status());
    }

    @Test
    void theLaunchContextIsKept() {
        ehr.tokens
                .put("encounter", "e1")
                .put("need_patient_banner", false)
                .put("intent", "reconcile")
                .put("tenant", "north");
        ehr.tokens
                .putArray("fhirContext")
                .add(ehr.tokens.objectNode().put("reference", "DiagnosticReport/d1"))
                .add(ehr.tokens.objectNode().put("reference", "Patient/p1"))
                .add(ehr.tokens.objectNode().put("canonical", "http://x/q").put("role", "http://x/role"))
                .add("nonsense");

        Launch launch = launchOf(launch());

        assertEquals("e1", launch.context().encounter().orElseThrow());
        assertFalse(launch.context().needsBanner());
        assertEquals("reconcile", launch.context().intent().orElseThrow());
        assertEquals("north", launch.context().tenant().orElseThrow());
        assertEquals(2, launch.context().items().size());
        assertEquals(
                "DiagnosticReport/d1",
                launch.context().items().get(0).reference().orElseThrow());
        assertEquals("http://x/role", launch.context().items().get(1).role());
    }

    @Test
    void aBannerIsShownUnlessTheEhrSaysItShowsOne() {
        assertTrue(launchOf(launch()).context().needsBanner());
    }

    private Launch launchOf(Page opened) {
        return node.launchOf(browser, opened);
    }
}
