package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fascicle.testing.Browser;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Provenance;
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

/** The whole visit as plain HTML: no script runs here. */
class VisitTest {
    /** Every core question, with nothing that matters. */
    static final Map<String, String> WELL = Map.ofEntries(
            Map.entry("sx.distribution", "one-spot"),
            Map.entry("sx.onset", "lt-2w"),
            Map.entry("sx.course", "stable"),
            Map.entry("rf.weakness", "none"),
            Map.entry("rf.wasting", "no"),
            Map.entry("rf.finemotor", "no"),
            Map.entry("rf.falls", "no"),
            Map.entry("rf.balance", "no"),
            Map.entry("rf.speech", "none"),
            Map.entry("rf.swallow", "none"),
            Map.entry("rf.breath", "none"),
            Map.entry("rf.weightloss", "no"),
            Map.entry("rf.sensory", "none"),
            Map.entry("rf.pain", "none"),
            Map.entry("rf.vision", "none"),
            Map.entry("rf.function", "no"),
            Map.entry("rf.tetany", "none"),
            Map.entry("rf.toxic", "no"));

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.now());
    private final Browser browser = Browser.fresh();
    private WardSite site;

    @BeforeEach
    void open() {
        site = WardSite.open(folder, clock);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void fromTheFirstQuestionToTheSignatureWithoutAnyScript() {
        Page interview = site.launch(browser, "imke", "ada");
        assertEquals(200, interview.status());
        assertTrue(interview.body().contains("FERNWEH, Ada"), "the banner names the patient");

        HtmlForm form = HtmlForm.on(interview, "interview");
        WELL.forEach(form::with);
        form.with("rf.weakness", "cannot-do").with("rf.finemotor", "yes");
        Page opened = form.send(browser, "submit");
        assertEquals(422, opened.status());
        assertTrue(opened.body().contains("href=\"#q-rf-weakness-course\""), "it leads to the question that opened");

        Page result = browser.follow(HtmlForm.on(opened, "interview")
                .with("rf.weakness.course", "weeks-months")
                .send(browser, "submit"));
        assertEquals(200, result.status());
        assertTrue(result.address().getPath().contains("/result/"));
        assertTrue(result.body().contains("u-urgent"), "progressive weakness is urgent");
        assertTrue(result.body().contains("Referral to neurology"));
        QuestionnaireResponse response =
                site.all(QuestionnaireResponse.class, "ada").get(0);
        assertEquals(QuestionnaireResponseStatus.COMPLETED, response.getStatus());
        assertEquals("Practitioner/imke", response.getAuthor().getReference());
        assertEquals(1, site.all(RiskAssessment.class, "ada").size());

        Page accepted =
                browser.follow(HtmlForm.holding(result, "value=\"neurology\"").send(browser, "accept"));
        assertTrue(accepted.body()
                .contains("Accepted: Referral to neurology, drafted as an order in the chart, to be signed there"));
        Page declined = browser.follow(HtmlForm.holding(accepted, "id=\"emg-reason\"")
                .with("reason", "Already arranged")
                .with("more", "Clinic on Friday")
                .send(browser, "decline"));
        assertTrue(declined.body().contains("Declined: Already arranged: Clinic on Friday"));
        Page signed =
                browser.follow(HtmlForm.holding(declined, "value=\"sign\"").send(browser, "sign"));
        assertTrue(signed.body().contains("Signed off by Dr. Imke Landarzt"));
        assertFalse(signed.body().contains("value=\"sign\""), "it is signed once");

        Page leaflet = browser.get(result.address().toString().replace("/result/", "/leaflet/"));
        assertTrue(leaflet.body().contains("Come back at once if you notice weakness"));
        assertTrue(leaflet.body().contains("Referral to neurology"));
        Page history = browser.get(interview.address().resolve("history"));
        assertTrue(history.body().contains("Urgent, within 2 weeks"));
        everythingInTheChartIsValid();
    }

    private void everythingInTheChartIsValid() {
        List<ServiceRequest> requests = site.all(ServiceRequest.class, "ada");
        ServiceRequest order = requests.stream()
                .filter(request -> request.getIntent() == ServiceRequestIntent.ORDER)
                .findFirst()
                .orElseThrow();
        ServiceRequest neurology = named(requests, "Referral to neurology");
        ServiceRequest emg = named(requests, "EMG and nerve conduction studies");
        assertEquals(ServiceRequestStatus.DRAFT, order.getStatus());
        assertEquals(
                "ServiceRequest/" + neurology.getIdElement().getIdPart(),
                order.getBasedOnFirstRep().getReference());
        assertTrue(order.getMeta().getProfile().isEmpty(), "an order is no proposal any more");
        assertEquals("Practitioner/imke", order.getRequester().getReference());
        assertEquals(ServiceRequestStatus.COMPLETED, neurology.getStatus());
        assertEquals(ServiceRequestStatus.REVOKED, emg.getStatus());
        requests.forEach(Validator::assertValid);
        site.all(QuestionnaireResponse.class, "ada").forEach(Validator::assertValid);
        List<Provenance> provenances = site.signedBy("imke");
        provenances.forEach(Validator::assertValid);
        assertEquals(3, provenances.size(), "accepted, declined, signed off");
    }

    private static ServiceRequest named(List<ServiceRequest> requests, String name) {
        return requests.stream()
                .filter(request -> request.getIntent() == ServiceRequestIntent.PROPOSAL)
                .filter(request -> name.equals(request.getCode().getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDraftIsResumedOrBegunAnew() {
        Page interview = site.launch(browser, "imke", "ada");
        browser.follow(
                HtmlForm.on(interview, "interview").with("trig.caffeine", "450").send(browser, "save"));

        Browser later = Browser.fresh();
        Page start = site.launch(later, "imke", "ada");
        assertTrue(start.body().contains("A history is in progress"));
        Page resumed = later.get(start.address().resolve("interview"));
        assertEquals(List.of("450"), HtmlForm.on(resumed, "interview").values("trig.caffeine"));
        assertEquals(1, site.all(QuestionnaireResponse.class, "ada").size(), "one record");

        Page anew = later.follow(HtmlForm.holding(start, "Discard it").send(later, ""));
        assertEquals(List.of(""), HtmlForm.on(anew, "interview").values("trig.caffeine"));
        assertEquals(
                QuestionnaireResponseStatus.STOPPED,
                site.all(QuestionnaireResponse.class, "ada").get(0).getStatus());
    }

    @Test
    void whatTheChartKnowsIsFilledInWithItsSourceAndDay() {
        Page first = site.launch(browser, "imke", "otto");
        Page interview = browser.get(first.address().resolve("interview"));
        assertEquals(List.of("yes"), HtmlForm.on(interview, "interview").values("hx.ckd"));
        String question = interview.body().substring(interview.body().indexOf("id=\"q-hx-ckd\""));
        String source = question.substring(0, question.indexOf("</ul>"));
        assertTrue(source.contains("from the chart"), source);
        assertTrue(source.contains("chronic kidney disease"), source);
        assertTrue(source.matches("(?s).*<time>\\d{1,2} [A-Z][a-z]{2} \\d{4}</time>.*"), source);
    }

    @Test
    void anAnswerThatIsWrongIsSaidWhereItStandsAndIsNotLost() {
        Page interview = site.launch(browser, "imke", "ada");
        Page faulty = HtmlForm.on(interview, "interview")
                .with("trig.sleep", "forty")
                .with("sx.onset.date", "31.02.2026")
                .with("rf.breath", "none", "at-rest")
                .send(browser, "submit");
        assertEquals(422, faulty.status());
        assertTrue(faulty.body().contains("3 answers need mending"));
        assertTrue(faulty.body().contains("href=\"#q-trig-sleep\""));
        HtmlForm again = HtmlForm.on(faulty, "interview");
        assertEquals(List.of("forty"), again.values("trig.sleep"));
        assertEquals(List.of("31.02.2026"), again.values("sx.onset.date"));
        assertEquals(List.of("none", "at-rest"), again.values("rf.breath"));
        assertTrue(site.all(RiskAssessment.class, "ada").isEmpty());
    }

    @Test
    void sentTwiceItIsOneResponseAndOneAssessment() {
        HtmlForm form = HtmlForm.on(site.launch(browser, "imke", "ada"), "interview");
        WELL.forEach(form::with);
        Page first = form.send(browser, "submit");
        Page second = form.send(browser, "submit");
        assertEquals(303, first.status());
        assertEquals(first.location(), second.location());
        assertEquals(1, site.all(QuestionnaireResponse.class, "ada").size());
        assertEquals(1, site.all(RiskAssessment.class, "ada").size());
    }
}
