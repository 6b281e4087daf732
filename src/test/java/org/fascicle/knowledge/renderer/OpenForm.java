package org.fascicle.knowledge.renderer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Assumptions;

/** Our Questionnaire, open in Chromium in a renderer that is not ours. */
final class OpenForm implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int ATTEMPTS = 5;

    private final RendererSite site;
    private final Playwright playwright;
    private final Page page;

    private OpenForm(RendererSite site, Playwright playwright, Browser browser) {
        this.site = site;
        this.playwright = playwright;
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        page.setDefaultTimeout(10_000);
    }

    /** Skips the test, with one line that says why, where there is no browser. */
    static OpenForm in(Renderer renderer) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium: install Debian's `chromium`");
        RendererSite site = RendererSite.open(renderer);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new OpenForm(site, playwright, browser).ready();
    }

    private OpenForm ready() {
        page.navigate(site.page().toString(), new Page.NavigateOptions().setTimeout(120_000));
        waitForForm();
        return this;
    }

    private void waitForForm() {
        page.locator("body[data-ready=true]").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
    }

    /** Opens what somebody else has begun. */
    void begin(QuestionnaireResponse begun) {
        page.evaluate(
                "begun => window.beginForm(JSON.parse(begun))",
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(begun));
        waitForForm();
    }

    /** Gives every answer of the example that is not yet there, one after the other, and lets the renderer export what it then holds. */
    FilledForm fill(ExampleCase example, Hand hand) {
        new FilledForm(example.response()).answered().forEach(item -> fill(item, hand));
        return filled();
    }

    private void fill(QuestionnaireResponseItemComponent item, Hand hand) {
        for (int after = 0; after < item.getAnswer().size(); after++) {
            fill(item.getLinkId(), item.getAnswer().get(after).getValue(), after, hand);
        }
    }

    /** As a person does: answer, look whether the form took it, and do it again if a slow form did not. */
    private void fill(String linkId, Type value, int after, Hand hand) {
        boolean taken = filled().has(linkId, value);
        for (int attempt = 0; attempt < ATTEMPTS && !taken; attempt++) {
            taken = taken(linkId, value, after, hand);
        }
        assertTrue(taken, () -> "`" + linkId + "` did not take `" + Hand.words(linkId, value) + "`");
    }

    private boolean taken(String linkId, Type value, int after, Hand hand) {
        try {
            hand.answer(page, linkId, value, after);
            page.waitForCondition(
                    () -> filled().has(linkId, value), new Page.WaitForConditionOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError slow) {
            return false;
        }
    }

    private FilledForm filled() {
        return new FilledForm(
                FhirContext.forR4Cached().newJsonParser().parseResource(QuestionnaireResponse.class, (String)
                        page.evaluate("() => window.filledForm()")));
    }

    @Override
    public void close() {
        playwright.close();
        site.close();
    }
}
