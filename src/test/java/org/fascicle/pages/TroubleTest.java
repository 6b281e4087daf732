package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may go wrong around the pages, and what strangers may try. */
class TroubleTest {
    private static final Set<String> WRITES = Set.of("create", "update", "transact");

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

    @AfterEach
    void mend() {
        site.trouble.set(call -> {});
    }

    @Test
    void whateverTheEhrAnswersTheAnswersStayOnThePageAndCanBeSentAgain() {
        Page interview = site.launch(browser, "imke", "ada");
        HtmlForm form = HtmlForm.on(interview, "interview");
        VisitTest.WELL.forEach(form::with);
        form.with("trig.caffeine", "450");
        Map<Kind, Integer> statuses = Map.of(
                Kind.UNKNOWN_CALLER, 401,
                Kind.FORBIDDEN, 403,
                Kind.CONFLICT, 409,
                Kind.STALE, 409,
                Kind.GONE, 410,
                Kind.REPLACED, 422,
                Kind.TOO_MANY, 429,
                Kind.UNAVAILABLE, 503);
        statuses.forEach((kind, status) -> {
            failing(new Fault(kind, "the EHR said so"));
            Page page = form.send(browser, "submit");
            assertEquals(status, page.status(), kind.toString());
            assertEquals(List.of("450"), HtmlForm.on(page, "interview").values("trig.caffeine"));
            assertTrue(site.all(QuestionnaireResponse.class, "ada").isEmpty());
            mend();
        });
        assertEquals(303, form.send(browser, "submit").status());
        assertEquals(1, site.all(RiskAssessment.class, "ada").size());
    }

    @Test
    void aRecordThatWasMergedIntoAnotherSaysWhereToGoOn() {
        URI launched = site.launch(browser, "imke", "wendell").address();
        site.trouble.set(call -> {
            throw new Fault(Kind.REPLACED, "it was merged");
        });
        Page merged = browser.get(launched.resolve("interview"));
        assertEquals(422, merged.status());
        assertTrue(merged.body().contains("record was merged into another"), merged.body());
        assertTrue(merged.body().contains("open the record it was merged into"));
    }

    @Test
    void answersOutliveTheSessionAndAppearAtTheNextLaunch() {
        Page interview = site.launch(browser, "imke", "beatrix");
        HtmlForm form = HtmlForm.on(interview, "interview").with("trig.caffeine", "320");
        site.trouble.set(call -> {
            throw new LaunchRefused(Trouble.ENDED, "the access has expired");
        });
        Page ended = form.send(browser, "save");
        assertEquals(401, ended.status());
        assertTrue(ended.body().contains("Your answers are kept"));
        mend();

        Browser other = Browser.fresh();
        Page colleague = site.launch(other, "samuel", "beatrix");
        assertEquals(List.of(""), HtmlForm.on(colleague, "interview").values("trig.caffeine"), "theirs alone");
        Page again = site.launch(browser, "imke", "beatrix");
        assertTrue(again.body().contains("could not be saved in the chart then"));
        HtmlForm restored = HtmlForm.on(again, "interview");
        assertEquals(List.of("320"), restored.values("trig.caffeine"));
        Page saved = browser.follow(restored.send(browser, "save"));
        assertFalse(saved.body().contains("could not be saved in the chart then"));
        assertEquals(List.of("320"), HtmlForm.on(saved, "interview").values("trig.caffeine"));
    }

    @Test
    void a14_aFormOfOnePatientSentToAnotherWritesNothing() {
        Page otto = site.launch(browser, "imke", "otto");
        Page jonas = site.launch(browser, "imke", "jonas");
        int before = site.all(QuestionnaireResponse.class, "jonas").size();
        HtmlForm form = HtmlForm.on(browser.get(otto.address().resolve("interview")), "interview");
        Page refused = form.sendTo(jonas.address().resolve("interview"), browser, "save");
        assertEquals(401, refused.status());
        assertEquals(before, site.all(QuestionnaireResponse.class, "jonas").size());
        assertEquals(
                404, browser.get(jonas.address().resolve("result/otto-history")).status());
        assertEquals(
                404,
                browser.get(jonas.address().resolve("interview/otto-history")).status());
    }

    @Test
    void d4_pagesAreKeptByNobodyFramedByTheEhrAloneAndHoldNothingInline() {
        Page history = site.launch(browser, "imke", "tomas");
        List<Page> pages = List.of(
                history,
                browser.get(history.address().resolve("interview")),
                browser.get(history.address().resolve("result/tomas-history")),
                browser.get(history.address().resolve("leaflet/tomas-history")),
                browser.get(history.address().resolve("nowhere")));
        for (Page page : pages) {
            String policy = page.header("Content-Security-Policy");
            assertTrue(policy.endsWith("frame-ancestors 'self' " + WardSite.FRAMER), policy);
            assertFalse(policy.contains("unsafe"));
            assertEquals("no-store", page.header("Cache-Control"));
            assertEquals("no-referrer", page.header("Referrer-Policy"));
            assertEquals("nosniff", page.header("X-Content-Type-Options"));
            assertFalse(Pattern.compile("<script(?! src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:")
                    .matcher(page.body())
                    .find());
        }
    }

    @Test
    void d1_d2_whatTheChartHoldsIsTextAndItsNarrativeIsNeverShown() {
        Patient patient = site.chart.read(new Key("Patient", "kito")).as(Patient.class);
        patient.getNameFirstRep().setFamily("<script>alert(1)</script>\"><img src=x onerror=alert(1)>");
        patient.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">narrative-of-the-ehr</div>");
        patient.getText().setStatus(org.hl7.fhir.r4.model.Narrative.NarrativeStatus.GENERATED);
        site.chart.update(patient);
        Page history = site.launch(browser, "imke", "kito");
        for (String name : List.of("history", "interview", "result/kito-history", "leaflet/kito-history")) {
            String body = browser.get(history.address().resolve(name)).body();
            assertFalse(body.contains("<img"), name);
            assertFalse(body.contains("<SCRIPT>"), name);
            assertTrue(body.contains("&lt;SCRIPT&gt;"), name);
            assertFalse(body.contains("narrative-of-the-ehr"), name);
        }
    }

    @Test
    void aResultThatCouldNotBeWrittenIsShownAndCanBeWrittenLater() {
        Page first = site.launch(browser, "imke", "miriam");
        Page interview = browser.get(first.address().resolve("interview"));
        HtmlForm form = HtmlForm.on(interview, "interview");
        VisitTest.WELL.forEach(form::with);
        site.trouble.set(call -> {
            if (call.equals("transact")) {
                throw new Fault(Kind.UNAVAILABLE, "the EHR is slow");
            }
        });
        Page result = browser.follow(form.send(browser, "submit"));
        assertTrue(result.body().contains("This assessment is not in the chart yet"));
        mend();
        Page recorded =
                browser.follow(HtmlForm.holding(result, "value=\"record\"").send(browser, "record"));
        assertFalse(recorded.body().contains("not in the chart yet"));
    }

    @Test
    void theFirstPageOfALaunchTakesLessThan100KilobytesOverTheWire() throws IOException {
        Page interview = site.launch(Browser.fresh(), "samuel", "ingrid");
        Page page = browser.get(interview.address());
        Set<String> assets = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(interview.body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        int bytes = compressed(interview.body());
        for (String asset : assets) {
            bytes += compressed(browser.get(page.address().resolve(asset)).body());
        }
        assertEquals(4, assets.size(), "style, script, htmx, icon");
        assertTrue(bytes < 100_000, bytes + " bytes");
    }

    private static int compressed(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static void failing(Fault fault) {
        site.trouble.set(call -> {
            if (WRITES.contains(call)) {
                throw fault;
            }
        });
    }
}
