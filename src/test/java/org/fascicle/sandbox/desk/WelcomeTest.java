package org.fascicle.sandbox.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.sandbox.ward.Ward;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone sees who comes to {@code /} for the first time, and how they get in. */
class WelcomeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static WardSite site;

    private final Browser browser = Browser.fresh();

    @BeforeAll
    static void open() {
        site = WardSite.start(folder, 0, CLOCK);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aNewcomerIsToldWhatThisIsAndWhatToTry() {
        Page page = browser.get(site.at("/"));
        assertEquals(200, page.status());
        assertTrue(page.body().contains("a clinician’s plugin for fasciculation on FHIR"));
        assertTrue(page.body().contains("curl -s -X POST"));
        assertTrue(page.body().contains("Everyone in it is invented"));
    }

    @Test
    void oneResultIsMadeForThePageAndNotStored() {
        int before = site.chart().searchAll(Search.of("RiskAssessment")).size();
        Page page = browser.get(site.at("/"));
        assertTrue(page.body().contains("Tomás Maderaviva"));
        assertTrue(page.body().contains("urgent, within 2 weeks"));
        assertTrue(page.body().contains("Referral to neurology"));
        assertTrue(page.body().contains(">M-1</span>"));
        assertEquals(before, site.chart().searchAll(Search.of("RiskAssessment")).size());
    }

    @Test
    void anotherPatientStandsInWhenTheHistoryOfTheFirstIsWithdrawn() {
        QuestionnaireResponse history = site.chart()
                .read(new Key("QuestionnaireResponse", "tomas-history"))
                .as(QuestionnaireResponse.class);
        QuestionnaireResponseStatus was = history.getStatus();
        site.chart().update(history.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR));
        Page page = browser.get(site.at("/"));
        site.chart().update(history.setStatus(was));
        assertTrue(page.body().contains("What it says of one patient"));
        assertTrue(page.body().contains("judged for this page"));
        assertFalse(page.body().contains("Referral to neurology"));
    }

    @Test
    void oneClickSignsInAndShowsTheWardOfElevenStories() {
        Page ward = site.signIn(browser, "imke");
        assertEquals(site.at("/"), ward.address());
        assertTrue(ward.body().contains("Dr. Imke Landarzt"));
        for (String patient : Ward.PATIENTS) {
            assertTrue(ward.body().contains("href=\"/chart/" + patient + "\""), patient);
        }
        assertTrue(ward.body().contains("Violin maker. The right hand has grown weak over five months"));
        assertTrue(ward.body().contains("emergency, now"));
    }

    @Test
    void signingOutLeadsBackToTheWelcome() {
        site.signIn(browser, "samuel");
        Page page = browser.follow(browser.post(site.at("/sign-out"), ""));
        assertTrue(page.body().contains("Try the whole visit"));
    }

    @Test
    void nothingOnThePageIsInlineOrFromElsewhere() {
        Page page = browser.get(site.at("/"));
        String policy = page.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
        assertFalse(page.body().contains(" style="));
        assertFalse(page.body().contains("<style"));
        assertFalse(page.body().contains("onclick"));
        assertEquals("no-store", page.header("Cache-Control"));
    }

    /** {@code threats.md} D1. */
    @Test
    void aNameIsTextWhateverItHolds() {
        Patient stranger = new Patient();
        stranger.addName().setFamily("<img src=x onerror=alert(1)>").addGiven("\"'><script>alert(2)</script>");
        stranger.addIdentifier().setValue("</dd><svg onload=alert(3)>");
        String id = site.chart().create(stranger).key().id();
        Page welcome = browser.get(site.at("/"));
        Page ward = site.signIn(browser, "imke");
        Page chart = browser.get(site.at("/chart/" + id));
        Page patients = browser.get(site.at("/authority/sign-in"));
        for (Page page : new Page[] {welcome, ward, chart, patients}) {
            assertEquals(200, page.status());
            assertFalse(page.body().contains("<img src=x"), page.address().toString());
            assertFalse(page.body().contains("<script>alert"));
            assertFalse(page.body().contains("<svg onload"));
        }
        assertTrue(chart.body().contains("&lt;img src=x onerror=alert(1)&gt;"));
    }
}
