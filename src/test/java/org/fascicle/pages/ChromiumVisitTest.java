package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clinician's visit in a real browser. */
@org.junit.jupiter.api.Tag("deep")
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
        visit(chromium.window(), "wide", barriers);
        Browser.NewContextOptions narrow = new Browser.NewContextOptions()
                .setViewportSize(320, 800)
                .setLocale("de-DE")
                .setColorScheme(ColorScheme.DARK);
        visit(chromium.window(narrow), "narrow-dark-german", barriers);
        assertEquals(List.of(), barriers);
    }

    private static void visit(BrowserContext window, String name, List<String> barriers) {
        for (String patient : List.of("tomas", "otto", "miriam")) {
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
