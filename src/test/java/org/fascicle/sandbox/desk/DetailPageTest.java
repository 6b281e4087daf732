package org.fascicle.sandbox.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.chart.Search;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One assessment in full, and a chart page that notices a new one. */
class DetailPageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Browser browser = Browser.fresh();
    private WardSite site;

    @BeforeEach
    void open() {
        site = WardSite.start(folder, 0, CLOCK);
        site.signIn(browser, "imke");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anAssessmentIsShownWithItsReasonsItsFactsAndItsMaker() {
        Page page = detail("miriam", assessment("miriam"));
        assertEquals(200, page.status());
        assertTrue(page.body().contains("As written in the chart"));
        assertTrue(page.body().contains("Magnesium</bdi> <strong><bdi>0.46 mmol/L"));
        assertTrue(page.body().contains("Fascicle, rules 1.0.0"));
        assertTrue(page.body().contains("Back to the chart"));
    }

    @Test
    void whoAcceptedAProposalIsSaid() {
        RiskAssessment assessment = assessment("tomas");
        String referral = site.chart()
                .search(Search.of("ServiceRequest")
                        .whereToken(
                                "identifier",
                                "https://fascicle.example/fhir/identifier/proposal",
                                "tomas-history/neurology"))
                .matches()
                .get(0)
                .key()
                .toString();
        Provenance accepted = new Provenance().setRecorded(Date.from(Instant.parse("2026-03-02T09:41:00Z")));
        accepted.addTarget(new Reference(referral));
        accepted.getActivity().setText("Accepted");
        accepted.addAgent().getWho().setReference("Practitioner/imke").setDisplay("Dr. Imke Landarzt");
        site.chart().create(accepted);
        String page = detail("tomas", assessment).body();
        assertTrue(page.contains("2 Mar 2026, 09:41"));
        assertTrue(page.contains("<bdi>Accepted</bdi>: <bdi>Referral to neurology</bdi>"));
    }

    /** {@code threats.md} D2. */
    @Test
    void aNarrativeIsNeverShownAsItCame() {
        RiskAssessment assessment = assessment("miriam");
        assessment.getText().setStatus(NarrativeStatus.ADDITIONAL);
        assessment
                .getText()
                .setDivAsString(
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p style=\"x\" onclick=\"alert(1)\">Kept &lt;b&gt;"
                                + " words</p><img src=\"http://evil.example/x\"/><a href=\"javascript:alert(2)\">link</a>"
                                + "<script>alert(3)</script><b class=\"y\">bold</b></div>");
        site.chart().update(assessment);
        String page = detail("miriam", assessment).body();
        String shown = page.substring(page.indexOf("As written in the chart"));
        assertTrue(shown.contains("<p>Kept &lt;b&gt; words</p>"), shown.substring(0, 600));
        assertTrue(shown.contains("<b>bold</b>"));
        for (String never : new String[] {"onclick", "evil.example", "javascript:", "alert(3)", "style=\"x\""}) {
            assertFalse(page.contains(never), never);
        }
    }

    @Test
    void anotherPatientsAssessmentIsNotFoundInThisChart() {
        assertEquals(404, detail("tomas", assessment("miriam")).status());
        assertEquals(404, browser.get(site.at("/chart/tomas/assessment/none")).status());
    }

    @Test
    void anOpenChartIsToldOfANewPressingResultAndOfNothingElse() {
        String asks = asks(browser.get(site.at("/chart/halima")));
        assertEquals(204, browser.get(site.at(asks)).status());

        RiskAssessment second = assessment("halima").copy();
        second.setId((String) null);
        second.getIdentifier().clear();
        second.setStatus(RiskAssessmentStatus.FINAL);
        site.chart().create(second);

        Page news = browser.get(site.at(asks));
        assertEquals(200, news.status());
        assertTrue(news.body().contains("A new result needs action: emergency, now"));
        assertTrue(news.body().contains("role=\"alert\""));
        assertFalse(news.body().contains("<html"));
        assertEquals(204, browser.get(site.at(asks(news))).status());
    }

    @Test
    void aChangeThatDoesNotPressIsShownQuietly() {
        String asks = asks(browser.get(site.at("/chart/wendell")));
        PracticeChart.assessing(CLOCK).assess(site.chart(), "wendell-history");
        Page changed = browser.get(site.at(asks));
        assertTrue(changed.body().contains("routine, within 6 to 8 weeks"));
        assertFalse(changed.body().contains("role=\"alert\""));
    }

    @Test
    void withoutASignInAnOpenPageIsToldNothing() {
        String asks = asks(browser.get(site.at("/chart/halima")));
        Page page = Browser.fresh().get(site.at(asks));
        assertEquals(204, page.status());
        assertEquals("", page.body());
    }

    /** Where an open page asks for news. */
    private static String asks(Page page) {
        Matcher asks = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(page.body());
        assertTrue(asks.find());
        return asks.group(1).replace("&amp;", "&");
    }

    private Page detail(String patient, RiskAssessment assessment) {
        return browser.get(site.at(
                "/chart/" + patient + "/assessment/" + assessment.getIdElement().getIdPart()));
    }

    private RiskAssessment assessment(String patient) {
        return site.chart()
                .search(Search.of("RiskAssessment").where("patient", "Patient/" + patient))
                .matches()
                .get(0)
                .as(RiskAssessment.class);
    }
}
