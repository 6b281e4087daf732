package org.fascicle.sandbox.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.chart.Search;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards of a CDS service in the practice EHR: asked for, shown, taken, set aside. */
class CardsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private static final String CARD = """
            {"cards": [{
              "uuid": "card-1", "summary": "Potassium <b>2.3</b> & twitching", "indicator": "critical",
              "detail": "**Act** now. <img src=x onerror=alert(1)> [here](javascript:alert(2)) ![x](http://evil.example)",
              "source": {"label": "Fascicle", "url": "http://evil.example/about"},
              "suggestions": [
                {"uuid": "ecg", "label": "ECG today", "isRecommended": true, "actions": [
                  {"type": "create", "description": "d", "resource": {"resourceType": "ServiceRequest", "id": "x",
                    "status": "active", "intent": "order", "subject": {"reference": "Patient/somebody-else"},
                    "code": {"text": "12-lead ECG"}}}]},
                {"uuid": "evil", "label": "Something else", "actions": [
                  {"type": "create", "description": "d", "resource": {"resourceType": "Patient", "id": "halima"}},
                  {"type": "delete", "description": "d", "resourceId": "Patient/halima"}]}],
              "selectionBehavior": "any",
              "overrideReasons": [{"system": "http://reasons.example", "code": "elsewhere", "display": "Ordered elsewhere"}]
            }]}
            """;

    @TempDir
    Path folder;

    private final Browser browser = Browser.fresh();
    private final ScriptedHooks hooks = new ScriptedHooks(CARD);
    private WardSite site;

    @BeforeEach
    void open() {
        site = WardSite.start(
                folder, 0, CLOCK, context -> context.addServlet(new ServletHolder(hooks), "/cds-services/*"));
        site.signIn(browser, "imke");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anOpenedChartAsksWithWhatTheServiceWantsFromTheChart() {
        chart();
        JsonNode asked = hooks.calls("/view").get(0).body();
        assertEquals("patient-view", asked.path("hook").asText());
        assertEquals("halima", asked.at("/context/patientId").asText());
        assertEquals("Practitioner/imke", asked.at("/context/userId").asText());
        assertEquals("halima-visit", asked.at("/context/encounterId").asText());
        assertEquals(site.at("/fhir").toString(), asked.path("fhirServer").asText());
        assertEquals("Panadera", asked.at("/prefetch/patient/name/0/family").asText());
        assertEquals("searchset", asked.at("/prefetch/potassium/type").asText());
        assertTrue(asked.at("/prefetch/potassium/entry").size() > 1);
        assertFalse(asked.path("prefetch").has("unknown"));
    }

    @Test
    void eachCallIsSignedForItsOwnAddress() throws Exception {
        chart();
        String sent = hooks.calls("/view").get(0).authorization();
        SignedJWT token = SignedJWT.parse(sent.substring("Bearer ".length()));
        JWKSet keys = JWKSet.parse(browser.get(site.at("/authority/jwks.json")).body());
        assertTrue(token.verify(new ECDSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())));
        assertEquals("ES384", token.getHeader().getAlgorithm().getName());
        assertEquals("JWT", token.getHeader().getType().getType());
        assertEquals(site.at("/authority").toString(), token.getJWTClaimsSet().getIssuer());
        assertEquals(
                List.of(site.at("/cds-services/view").toString()),
                token.getJWTClaimsSet().getAudience());
        assertFalse(token.getJWTClaimsSet().getJWTID().isEmpty());
    }

    /** {@code threats.md} D1 and D5. */
    @Test
    void aCardIsInertWhateverItHolds() {
        String chart = chart().body();
        assertTrue(chart.contains("Potassium &lt;b&gt;2.3&lt;/b&gt; &amp; twitching"));
        assertTrue(chart.contains("<strong>Act</strong> now."));
        for (String never : new String[] {"<img", "javascript:", "href=\"http://evil"}) {
            assertFalse(chart.contains(never), never);
        }
    }

    @Test
    void whatACardSuggestsBecomesADraftOfThisPatientAndTheServiceIsTold() {
        chart();
        Page orders = browser.follow(
                browser.post(site.at("/chart/halima/card"), "card=card-1&offer=ecg&offer=evil&answer=accept"));
        assertEquals(site.at("/chart/halima/order"), orders.address());
        List<ServiceRequest> drafts = requests("halima", "draft");
        assertEquals(1, drafts.size());
        assertEquals("Patient/halima", drafts.get(0).getSubject().getReference());
        assertEquals("Practitioner/imke", drafts.get(0).getRequester().getReference());
        assertTrue(orders.body().contains("12-lead ECG"));
        JsonNode told = hooks.calls("/view/feedback").get(0).body().at("/feedback/0");
        assertEquals("accepted", told.path("outcome").asText());
        assertEquals("card-1", told.path("card").asText());
        assertEquals("ecg", told.at("/acceptedSuggestions/0/id").asText());
        assertFalse(chart().body().contains("twitching</bdi></h2>"));
    }

    @Test
    void aCardSetAsideIsNotShownAgainAndTheReasonIsTold() {
        chart();
        browser.post(
                site.at("/chart/halima/card"),
                Map.of("card", "card-1", "answer", "override", "reason", "elsewhere", "comment", "Dr. Quill did"));
        JsonNode told = hooks.calls("/view/feedback").get(0).body().at("/feedback/0");
        assertEquals("overridden", told.path("outcome").asText());
        assertEquals(
                "http://reasons.example",
                told.at("/overrideReason/reason/system").asText());
        assertEquals("Dr. Quill did", told.at("/overrideReason/userComment").asText());
        assertFalse(chart().body().contains("ECG today"));
        assertEquals(List.of(), requests("halima", "draft"));
    }

    @Test
    void aCardOfAnotherPatientIsNotTaken() {
        chart();
        browser.post(site.at("/chart/ada/card"), "card=card-1&offer=ecg&answer=accept");
        assertEquals(List.of(), requests("ada", "draft"));
        assertEquals(List.of(), hooks.calls("/view/feedback"));
    }

    @Test
    void chosenOrdersAreDraftsThatTheServiceSeesAndThenSigned() {
        Page empty = browser.get(site.at("/chart/ada/order"));
        assertTrue(empty.body().contains("LOINC 2823-3"));
        assertEquals(List.of(), hooks.calls("/order"));
        browser.follow(browser.post(site.at("/chart/ada/order"), "test=potassium&test=ecg&test=potassium"));
        List<ServiceRequest> drafts = requests("ada", "draft");
        assertEquals(2, drafts.size());
        JsonNode asked = hooks.calls("/order").get(0).body();
        assertEquals("order-select", asked.path("hook").asText());
        assertEquals(2, asked.at("/context/selections").size());
        assertEquals(
                "draft",
                asked.at("/context/draftOrders/entry/0/resource/status").asText());
        browser.post(
                site.at("/chart/ada/order/remove"),
                Map.of("order", drafts.get(0).getIdElement().getIdPart()));
        browser.post(site.at("/chart/ada/order/sign"), "signing=yes");
        assertEquals(1, requests("ada", "active").size());
        assertEquals(1, requests("ada", "revoked").size());
        assertEquals(List.of(), requests("ada", "draft"));
        assertTrue(browser.get(site.at("/chart/ada")).body().contains("Orders"));
    }

    @Test
    void beforeOrdersAreSignedTheServiceIsAskedAndItsCardsAreShown() {
        browser.post(site.at("/chart/ada/order"), "test=potassium&test=ecg");
        Page asked = browser.follow(browser.post(site.at("/chart/ada/order/sign"), ""));
        assertEquals(List.of(), requests("ada", "active"));
        JsonNode sent = hooks.calls("/sign").get(0).body();
        assertEquals("order-sign", sent.path("hook").asText());
        assertEquals(2, sent.at("/context/draftOrders/entry").size());
        assertFalse(sent.path("context").has("selections"));
        assertTrue(asked.body().contains("twitching</bdi></h2>"), "the card is on the page");
        assertTrue(asked.body().contains("Nothing is signed yet"));
        browser.post(site.at("/chart/ada/card"), Map.of("card", "card-1", "answer", "override", "reason", "elsewhere"));
        browser.post(site.at("/chart/ada/order/sign"), "");
        assertEquals(2, requests("ada", "active").size());
    }

    private Page chart() {
        return browser.get(site.at("/chart/halima"));
    }

    private List<ServiceRequest> requests(String patient, String status) {
        Search search = Search.of("ServiceRequest")
                .where("patient", "Patient/" + patient)
                .where("intent", "order")
                .where("status", status);
        return site.chart().searchAll(search).stream()
                .map(stored -> stored.as(ServiceRequest.class))
                .toList();
    }
}
