package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fascicle.cdshooks.feedback.Feedback;
import org.fascicle.cdshooks.feedback.Remembered;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
    @TempDir
    static Path folder;

    private static WardSite site;
    private final Browser browser = Browser.fresh();

    @BeforeAll
    static void open() {
        site = WardSite.open(folder, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void acceptedTwiceItIsOneOrderAndCannotBeDeclinedAfterwards() {
        Page result = result("tomas");
        HtmlForm accept = HtmlForm.holding(result, "value=\"neurology\"");
        HtmlForm decline = HtmlForm.holding(result, "id=\"neurology-reason\"").with("reason", "Already arranged");
        assertEquals(303, accept.send(browser, "accept").status());
        assertEquals(303, accept.send(browser, "accept").status());
        assertEquals(1, orders("tomas").size());
        assertEquals(409, decline.send(browser, "decline").status());
        assertEquals(1, orders("tomas").size());
    }

    @Test
    void whatWasOrderedIsSaidInWordsAndTheEhrShowsIt() {
        Page result = result("miriam");
        String activity = result.body().replaceAll("(?s).*?name=\"activity\" value=\"([^\"]+)\".*", "$1");
        String words = result.body().replaceAll("(?s).*<li id=\"" + activity + "\".*?<strong>([^<]+)<.*", "$1");
        browser.follow(HtmlForm.holding(result, "value=\"" + activity + "\"").send(browser, "accept"));

        ServiceRequest order = orders("miriam").get(0);
        String id = order.getIdElement().getIdPart();
        String drafted = result("miriam").body();
        assertTrue(drafted.contains("Accepted: " + words + ", drafted as an order in the chart, to be signed there"));
        assertTrue(drafted.contains("href=\"" + site.base + "/chart/miriam/order/" + id + "\""), "it leads there");
        assertFalse(drafted.contains("ServiceRequest/" + id), "nobody has to read an id");
        site.chart.update(order.setStatus(ServiceRequestStatus.ACTIVE));
        assertTrue(result("miriam").body().contains("Accepted: " + words + ", ordered "));
    }

    @Test
    void withoutAReasonNothingIsDeclined() {
        Page result = result("otto");
        String first = result.body().replaceAll("(?s).*?name=\"activity\" value=\"([^\"]+)\".*", "$1");
        Page refused = HtmlForm.holding(result, "id=\"" + first + "-reason\"")
                .with("reason", "")
                .send(browser, "decline");
        assertEquals(422, refused.status());
        assertTrue(result("otto").body().contains("id=\"" + first + "-reason\""), "it can still be decided");
    }

    @Test
    void anAmendmentIsTheNextVersionAndLeavesWhatWasAcceptedAlone() {
        Page result = result("halima");
        String activity = result.body().replaceAll("(?s).*?name=\"activity\" value=\"([^\"]+)\".*", "$1");
        browser.follow(HtmlForm.holding(result, "value=\"" + activity + "\"").send(browser, "accept"));
        Page interview = browser.get(result.address().resolve("../interview/halima-history"));
        Page amended = browser.follow(
                HtmlForm.on(interview, "interview").with("trig.caffeine", "777").send(browser, "submit"));
        while (amended.status() == 422) {
            amended = browser.follow(HtmlForm.on(amended, "interview").send(browser, "submit"));
        }
        assertEquals(200, amended.status());
        assertTrue(amended.body().contains("amended"));
        assertTrue(amended.body().contains("is-accepted"));
        QuestionnaireResponse response =
                site.all(QuestionnaireResponse.class, "halima").get(0);
        assertEquals(QuestionnaireResponseStatus.AMENDED, response.getStatus());
        assertEquals(1, site.all(QuestionnaireResponse.class, "halima").size());
    }

    @Test
    void aGermanReaderGetsALeafletInGermanOnly() {
        Page leaflet = browser.get(result("miriam").address().resolve("../leaflet/miriam-history?lang=de"));
        assertTrue(leaflet.body().contains("Kommen Sie sofort wieder, wenn Sie Schwäche"));
        assertTrue(leaflet.body().contains("Trinken Sie Schritt für Schritt weniger Kaffee"));
        assertEquals(-1, leaflet.body().indexOf("Come back"));
    }

    @Test
    void theHistoryShowsResultsOverTimeAsADrawingAndAsATable() {
        Page history = site.launch(browser, "imke", "miriam");
        assertTrue(history.body().contains("class=\"plot-line\""));
        assertTrue(history.body().contains("As a table"));
        assertTrue(history.body().contains("class=\"plot-band\""));
    }

    @Test
    void whatWasSaidToCardsStandsInTheHistory() {
        String comment = "saw Dr <b>Quill</b>";
        site.cards.add(new Remembered(
                "fasciculation-patient-view",
                "unaccepted",
                new Feedback(
                        "c1", "overridden", List.of(), "discussed-with-neurology", comment, "2026-11-21T09:00:00Z")));
        site.cards.add(new Remembered(
                "fasciculation-order-select",
                "completes",
                new Feedback("c2", "accepted", List.of("s1"), "", "", "2026-11-22T09:00:00Z")));
        String history = site.launch(browser, "imke", "miriam").body();
        assertTrue(history.contains("set aside: discussed with neurology"));
        assertTrue(history.contains("saw Dr &lt;b>Quill") || history.contains("saw Dr &lt;b&gt;Quill"));
        assertTrue(history.indexOf("An order of the proposed workup") < history.indexOf("A proposed workup was not"));
    }

    @Test
    void theLinkOfACardOpensTheResponseItIsAbout() {
        Page opened = site.launch(browser, "imke", "halima", "{\"response\":\"halima-history\"}");
        assertTrue(opened.address().getPath().endsWith("/result/halima-history"), opened.address()::toString);
        assertEquals(200, opened.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"response\":\"miriam-history\"}", "{\"response\":\"../interview\"}", "no json", "[]"})
    void aCardThatNamesNoResponseOfThisPatientOpensTheHistory(String appContext) {
        Page opened = site.launch(browser, "imke", "halima", appContext);
        assertTrue(opened.address().getPath().endsWith("/history"), opened.address()::toString);
    }

    private Page result(String patient) {
        Page start = site.launch(browser, "imke", patient);
        return browser.get(start.address().resolve("result/" + patient + "-history"));
    }

    private static List<ServiceRequest> orders(String patient) {
        return site.all(ServiceRequest.class, patient).stream()
                .filter(request -> request.getIntent() == ServiceRequestIntent.ORDER)
                .filter(request -> request.getStatus() == ServiceRequestStatus.DRAFT)
                .filter(ServiceRequest::hasBasedOn)
                .toList();
    }
}
