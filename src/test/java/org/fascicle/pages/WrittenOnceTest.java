package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.assessing.writeback.Allowance;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.chart.remote.Abilities;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Scopes;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launch that may create responses and not update them: SMART's {@code crs} without {@code u}. */
class WrittenOnceTest {
    private static final String LINE = "The answers: once, when they are complete, and not changed after that, because"
            + " the access granted does not include changing QuestionnaireResponse.";

    @TempDir
    Path folder;

    private WardSite site;
    private final Browser browser = Browser.fresh();

    @BeforeEach
    void open() {
        site = WardSite.open(folder, Clock.systemUTC());
        site.plan.set(any -> WriteBackPlan.of(Allowance.of(Abilities.UNKNOWN, granted())));
        site.trouble.set(call -> {
            if (call.equals("update")) {
                throw new Fault(Kind.FORBIDDEN, "the scopes do not include it");
            }
        });
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theClinicianIsToldBeforeAndTheAnswersAreHeldUntilTheyAreComplete() {
        Page start = site.launch(browser, "imke", "ada");
        assertTrue(start.body().contains(LINE), start.body());
        Page saved = browser.follow(
                HtmlForm.on(start, "interview").with("trig.caffeine", "640").send(browser, "save"));
        assertTrue(saved.body().contains("Kept for this visit only, not in the chart"));
        Page again = browser.follow(
                HtmlForm.on(saved, "interview").with("trig.caffeine", "320").send(browser, "save"));
        assertEquals(List.of("320"), HtmlForm.on(again, "interview").values("trig.caffeine"));
        assertEquals(List.of(), responses());
    }

    @Test
    void completedTheyAreInTheChartOnceWithTheirResult() {
        HtmlForm form = HtmlForm.on(site.launch(browser, "imke", "ada"), "interview");
        Page result = submit(form);
        assertEquals(200, result.status());
        assertTrue(result.body().contains(LINE));
        assertFalse(result.body().contains("<textarea class=\"copy\""), "all of it is in the chart");
        assertEquals(1, responses().size());
        QuestionnaireResponse response = responses().get(0);
        assertEquals(QuestionnaireResponseStatus.COMPLETED, response.getStatus());
        assertEquals(1, site.all(RiskAssessment.class, "ada").size());
        assertTrue(result.address()
                .getPath()
                .endsWith("/" + response.getIdElement().getIdPart()));
        assertTrue(browser.get(result.address().resolve("../history")).body().contains("/result/"));

        Page sentAgain = submit(form);
        assertEquals(result.address(), sentAgain.address());
        assertEquals(1, responses().size());
        assertEquals(1, site.all(RiskAssessment.class, "ada").size());
    }

    @Test
    void whereTheResultCouldNotBeWrittenTheAnswersAreNotWrittenTwice() {
        HtmlForm form = HtmlForm.on(site.launch(browser, "imke", "ada"), "interview");
        VisitTest.WELL.forEach(form::with);
        site.trouble.set(call -> {
            if (call.equals("transact")) {
                throw new Fault(Kind.UNAVAILABLE, "no answer");
            }
        });
        browser.follow(form.send(browser, "submit"));
        site.trouble.set(call -> {});
        assertEquals(200, submit(form).status());
        assertEquals(1, responses().size());
    }

    @Test
    void aChangeAfterwardsIsRefusedAndWhatWasEnteredStays() {
        Page result = submit(HtmlForm.on(site.launch(browser, "imke", "ada"), "interview"));
        Page amendment = browser.get(result.address().toString().replace("/result/", "/interview/"));
        Page refused =
                HtmlForm.on(amendment, "interview").with("trig.caffeine", "90").send(browser, "submit");
        assertEquals(403, refused.status());
        assertEquals(List.of("90"), HtmlForm.on(refused, "interview").values("trig.caffeine"));
        assertEquals(1, responses().size());
    }

    private Page submit(HtmlForm form) {
        VisitTest.WELL.forEach(form::with);
        Page page = browser.follow(form.send(browser, "submit"));
        while (page.status() == 422) {
            page = browser.follow(HtmlForm.on(page, "interview").send(browser, "submit"));
        }
        return page;
    }

    private List<QuestionnaireResponse> responses() {
        return site.all(QuestionnaireResponse.class, "ada");
    }

    private static Scopes granted() {
        return Scopes.of(Stream.concat(
                        Stream.of("patient/QuestionnaireResponse.crs"),
                        Stream.of("RiskAssessment", "ServiceRequest", "Task", "RequestGroup", "Provenance")
                                .map(type -> "patient/" + type + ".crus"))
                .toList());
    }
}
