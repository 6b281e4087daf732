package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clinician's visit in a real browser. */
@Tag("deep")
class ChromiumVisitTest {
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

    @Test
    void everyPageIsOpenToEverybodyInLightAndDarkWideAndNarrow() {
        List<String> barriers = new ArrayList<>();
        visit(chromium.window(), "wide", List.of("tomas", "otto", "miriam", "halima"), barriers);
        Browser.NewContextOptions narrow = new Browser.NewContextOptions()
                .setViewportSize(320, 800)
                .setLocale("de-DE")
                .setColorScheme(ColorScheme.DARK);
        visit(chromium.window(narrow), "narrow-dark-german", List.of("tomas"), barriers);
        assertEquals(List.of(), barriers);
    }

    @Test
    void questionsOpenAndAnswersAreSavedAsTheyAreGiven() {
        BrowserContext window = chromium.window();
        Page page = site.launch(window, "imke", "ada");
        assertTrue(page.locator("#q-rf-weakness-course").isHidden());
        page.locator("#q-rf-weakness-cannot-do").check();
        page.locator("#q-rf-weakness-course").waitFor();
        assertTrue(page.locator("#saved").innerText().startsWith("Draft saved"));
        assertEquals(1, site.all(QuestionnaireResponse.class, "ada").size());

        page.locator(".bodymap label[for=q-sx-site-calf]").first().click();
        assertTrue(page.locator("#q-sx-site-calf").isChecked(), "the map and the checkbox are one");
        page.locator("#q-sx-site-hand").focus();
        page.keyboard().press("Space");
        assertTrue(page.locator("#q-sx-site-hand").isChecked());
        page.locator("#q-rf-breath-at-rest").check();
        page.locator("#q-rf-breath-none").check();
        assertFalse(page.locator("#q-rf-breath-at-rest").isChecked(), "none rules out the others");
        Chromium.photograph(page, "ada-interview-answered");

        page.locator("button[value=submit]").dblclick();
        page.waitForURL("**/result/**");
        Chromium.photograph(page, "ada-result");
        page.goBack();
        page.locator("#interview").waitFor();
        assertTrue(page.locator("h1").innerText().contains("Amend"), "the form of what was completed");
        assertTrue(page.locator("#q-rf-breath-none").isChecked(), "with its answers");
        assertEquals(1, site.all(QuestionnaireResponse.class, "ada").size(), "going back writes nothing");
        page.locator("button[value=submit]").click();
        page.waitForURL("**/result/**");
        assertEquals(1, site.all(QuestionnaireResponse.class, "ada").size(), "nor does sending it again");
        assertEquals(1, site.all(RiskAssessment.class, "ada").size());
        window.close();
    }

    /** Whatever else is loaded on the way, such as the practice EHR's own pages, is not ours. */
    @Test
    void theFirstPageOfALaunchComesFromUsAloneAndIsLight() {
        List<Request> made = new CopyOnWriteArrayList<>();
        try (BrowserContext window = chromium.window()) {
            window.onRequestFinished(made::add);
            Page page = site.launch(window, "imke", "wendell");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertEquals(
                    List.of(),
                    made.stream()
                            .map(Request::url)
                            .filter(url -> !url.startsWith(site.base + "/"))
                            .toList());
            int bytes = made.stream()
                    .filter(request -> request.url().startsWith(site.base + "/app/")
                            || request.url().startsWith(site.base + "/assets/"))
                    .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                    .sum();
            assertTrue(bytes > 10_000 && bytes < 100_000, bytes + " bytes");
        }
    }

    private static void visit(BrowserContext window, String name, List<String> patients, List<String> barriers) {
        for (String patient : patients) {
            Page page = site.launch(window, "imke", patient);
            look(page, patient + "-history-" + name, barriers);
            page.navigate(page.url().replace("/history", "/interview"));
            look(page, patient + "-interview-" + name, barriers);
            page.navigate(page.url().replace("/interview", "/history"));
            page.locator(".timeline a").first().click();
            look(page, patient + "-result-" + name, barriers);
            page.navigate(page.url().replace("/result/", "/leaflet/"));
            look(page, patient + "-leaflet-" + name, barriers);
        }
        window.close();
    }

    private static void look(Page page, String name, List<String> barriers) {
        Chromium.photograph(page, name);
        Chromium.barriers(page).forEach(barrier -> barriers.add(name + ": " + barrier));
        Object fits = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
        if (!Boolean.TRUE.equals(fits)) {
            barriers.add(name + ": scrolls sideways");
        }
    }
}
