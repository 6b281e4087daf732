package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clinician sees in a real browser when something goes wrong, and that no answer is lost by it. */
@Tag("deep")
class ChromiumTroubleTest {
    private static final Set<String> WRITES = Set.of("create", "update", "transact");

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static WardSite site;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        site = WardSite.open(folder, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
            chromium.close();
        }
    }

    @AfterEach
    void mend() {
        site.trouble.set(call -> {});
    }

    /** By its HTTP status, what the EHR's answer has become on its way here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | UNKNOWN_CALLER | Your session has ended
            403 | FORBIDDEN      | The EHR does not allow this
            409 | CONFLICT       | Somebody else was faster
            412 | STALE          | Somebody else was faster
            429 | TOO_MANY       | The EHR asks us to slow down
            500 | UNAVAILABLE    | The EHR does not answer
            """)
    void whateverTheEhrAnswersTheAnswersAreStillOnThePage(int status, Kind kind, String said) {
        try (BrowserContext window = chromium.window()) {
            Page page = site.launch(window, "imke", "ada");
            page.navigate(page.url().replaceFirst("/(interview|history|result).*", "/interview?new=yes"));
            fill(page, "450");
            failing(() -> new Fault(kind, "the EHR said " + status));
            page.locator("button[value=submit]").click();
            Locator notice = page.locator(".notice.bad");
            notice.waitFor();
            assertTrue(notice.innerText().contains(said), notice.innerText());
            assertEquals("450", page.locator("#q-trig-caffeine-field").inputValue());
            assertTrue(page.locator("#q-rf-weakness-none").isChecked());
            Chromium.photograph(page, "ehr-answers-" + status);

            mend();
            page.locator("button[value=submit]").click();
            page.waitForURL("**/result/**");
            assertEquals(1, page.locator(".verdict").count());
        }
    }

    @Test
    void anEhrThatTimesOutWhileWritingTheResultLeavesItOnThePageToBeRecordedLater() {
        try (BrowserContext window = chromium.window()) {
            Page page = site.launch(window, "imke", "beatrix");
            fill(page, "100");
            site.trouble.set(call -> {
                if (call.equals("transact")) {
                    throw new Fault(Kind.UNAVAILABLE, "no answer within 10 seconds");
                }
            });
            page.locator("button[value=submit]").click();
            page.waitForURL("**/result/**");
            assertTrue(page.locator("main").innerText().contains("This assessment is not in the chart yet"));
            Chromium.photograph(page, "result-not-recorded");
            assertTrue(site.all(RiskAssessment.class, "beatrix").isEmpty());
            mend();
            page.locator("button[value=record]").click();
            page.locator("button[value=sign]").waitFor();
            assertEquals(1, site.all(RiskAssessment.class, "beatrix").size());
        }
    }

    @Test
    void aSessionThatEndsInTheMiddleLosesNothing() {
        try (BrowserContext window = chromium.window()) {
            Page page = site.launch(window, "imke", "jonas");
            page.navigate(page.url().replace("/history", "/interview?new=yes"));
            fill(page, "320");
            site.trouble.set(call -> {
                throw new LaunchRefused(Trouble.ENDED, "the access has expired");
            });
            page.locator(".submit-bar button[value=save]").click();
            page.locator(".notice.bad").waitFor();
            assertTrue(page.locator(".notice.bad").innerText().contains("Your answers are kept"));
            Chromium.photograph(page, "session-ended");
            mend();
            Page again = site.launch(window, "imke", "jonas");
            again.navigate(again.url().replace("/history", "/interview"));
            assertEquals("320", again.locator("#q-trig-caffeine-field").inputValue());
            assertTrue(again.locator("#q-rf-weakness-none").isChecked());
            Chromium.photograph(again, "answers-kept");
        }
    }

    @Test
    void aHistoryIsResumedInAnotherLaunchAmendedAndDeclinedWithAReason() {
        try (BrowserContext window = chromium.window()) {
            Page page = site.launch(window, "imke", "tomas");
            page.navigate(page.url().replace("/history", "/interview?new=yes"));
            page.locator("#q-trig-caffeine-field").fill("123");
            page.locator(".submit-bar button[value=save]").click();
            page.waitForURL("**/interview");
            Page again = site.launch(window, "imke", "tomas");
            Chromium.photograph(again, "history-with-draft");
            again.locator(".draft a.primary").click();
            assertEquals("123", again.locator("#q-trig-caffeine-field").inputValue());
            fill(again, "124");
            again.locator("#q-rf-finemotor-yes").check();
            again.locator("button[value=submit]").click();
            again.waitForURL("**/result/**");
            int before = site.all(QuestionnaireResponse.class, "tomas").size();

            again.locator("a[href*='/interview/']").first().click();
            again.locator("#q-trig-caffeine-field").fill("600");
            again.locator("button[value=submit]").click();
            again.waitForURL("**/result/**");
            assertTrue(again.locator("main").innerText().contains("amended"));
            assertEquals(before, site.all(QuestionnaireResponse.class, "tomas").size());

            Locator open = again.locator(".proposal.is-open").first();
            String id = open.getAttribute("id");
            open.locator(".decline summary").click();
            open.locator("select, input[name=reason]").first().waitFor();
            open.locator("textarea[name=more], input[name=more]").first().fill("Prefers to wait");
            Chromium.photograph(again, "declining");
            open.locator("button[value=decline]").click();
            again.locator("#" + id + ".is-declined").waitFor();
            assertTrue(again.locator("#" + id).innerText().contains("Prefers to wait"));
        }
    }

    /** The whole visit; no script runs in this window. */
    @Test
    void withoutJavaScriptTheWholeVisitCanBeMade() {
        try (BrowserContext window = chromium.window(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = site.launch(window, "imke", "otto");
            page.navigate(page.url().replace("/history", "/interview?new=yes"));
            fill(page, "100");
            page.locator("#q-rf-weakness-cannot-do").check();
            page.locator("#q-rf-finemotor-yes").check();
            page.locator("button[value=submit]").click();
            page.locator("#q-rf-weakness-course-weeks-months").check();
            Chromium.photograph(page, "no-script-interview");
            page.locator("button[value=submit]").click();
            page.waitForURL("**/result/**");
            Chromium.photograph(page, "no-script-result");
            String first = page.locator(".proposal.is-open").first().getAttribute("id");
            page.locator("#" + first + " button[value=accept]").click();
            page.locator("#" + first + ".is-accepted").waitFor();
            Locator next = page.locator(".proposal.is-open").first();
            String second = next.getAttribute("id");
            next.locator(".decline summary").click();
            next.locator("button[value=decline]").click();
            page.locator("#" + second + ".is-declined").waitFor();
            page.locator("button[value=sign]").click();
            page.locator(".sign p:has-text('Signed off by Dr. Imke Landarzt')").waitFor();
            page.locator("a[href*='/leaflet/']").first().click();
            page.locator(".leaflet .safety-net").waitFor();
            page.goBack();
            page.locator(".verdict").waitFor();
        }
    }

    private static void fill(Page page, String caffeine) {
        Map<String, String> answers = VisitTest.WELL;
        answers.forEach((question, answer) ->
                page.locator("#q-" + question.replace('.', '-') + '-' + answer).check());
        page.locator("#q-trig-caffeine-field").fill(caffeine);
    }

    private interface Failed {
        RuntimeException now();
    }

    private static void failing(Failed failed) {
        site.trouble.set(call -> {
            if (WRITES.contains(call)) {
                throw failed.now();
            }
        });
    }
}
