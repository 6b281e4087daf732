package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fascicle.Serving;
import org.fascicle.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page there is, those that say what went wrong too, keeps nobody out: light and dark, wide and narrow. */
@Tag("deep")
class EveryPageTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Serving serving;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        serving = Serving.start(
                Settings.from(
                        Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"))),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (serving != null) {
            serving.close();
            chromium.close();
        }
    }

    /** The practice EHR and what is said before a launch speak English. */
    @Test
    void thePracticeIsOpenToEverybody() {
        Gallery gallery = new Gallery("en");
        Page page = page("en-GB");
        practice(page, gallery);
        launchTroubles(page, gallery);
        page.context().close();
        assertEquals(List.of(), gallery.barriers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE"})
    void everyPageOfALaunchIsOpenToEverybody(String locale) {
        Gallery gallery = new Gallery(locale.substring(0, 2));
        Page page = page(locale);
        page.navigate(serving.base() + "/");
        page.locator("button.person").first().click();
        page.locator(".ward a[href='/chart/miriam']").click();
        page.locator("button.launch").click();
        page.locator("button[value=allow]").click();
        page.waitForURL("**/history");
        launched(page, gallery);
        go(page, gallery, "/app/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG/interview", "no-such-launch");
        page.context().close();
        assertEquals(List.of(), gallery.barriers());
    }

    private static Page page(String locale) {
        return chromium.window(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale(locale))
                .newPage();
    }

    /** The practice EHR, as far as the consent. */
    private static void practice(Page page, Gallery gallery) {
        go(page, gallery, "/about", "about");
        go(page, gallery, "/", "sign-in");
        page.locator("button.person").first().click();
        page.locator(".ward a").first().waitFor();
        gallery.look(page, "ward");
        go(page, gallery, "/chart/nobody", "no-such-chart");
        go(page, gallery, "/chart/miriam/order", "order-entry");
        go(page, gallery, "/chart/miriam", "chart");
        page.locator("a:text('in full')").first().click();
        page.locator("h1").waitFor();
        gallery.look(page, "chart-assessment");
        page.navigate(serving.base() + "/chart/miriam");
        page.locator("button.launch").click();
        page.locator("button[value=allow]").waitFor();
        gallery.look(page, "consent");
    }

    /** Fascicle's own pages of one launch. */
    private static void launched(Page page, Gallery gallery) {
        gallery.look(page, "history");
        String app = page.url().replace("history", "");
        page.navigate(app + "interview?new=yes");
        gallery.look(page, "interview");
        page.locator("#q-trig-caffeine-field").fill("a lot");
        page.locator("button[value=submit]").click();
        page.locator(".notice").first().waitFor();
        gallery.look(page, "interview-faulty");
        page.navigate(app + "result/miriam-history");
        gallery.look(page, "result");
        page.navigate(app + "leaflet/miriam-history");
        gallery.look(page, "leaflet");
        assertEquals(1, sheets(page), "the patient takes home one sheet");
        page.navigate(app + "interview/miriam-history");
        gallery.look(page, "amendment");
        page.navigate(app + "result/nobody");
        gallery.look(page, "no-such-page");
    }

    /** How many pages of A4 it is printed on. */
    private static long sheets(Page page) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
        return Pattern.compile("/Type\\s*/Page\\b")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    /** What is shown where a launch does not begin. */
    private static void launchTroubles(Page page, Gallery gallery) {
        go(page, gallery, "/launch?iss=https%3A%2F%2Fnowhere.example&launch=x", "launch-of-a-stranger");
        go(page, gallery, "/callback?error=access_denied&state=nothing", "callback-of-nothing");
        go(page, gallery, "/authority/authorize?client_id=nobody", "authorization-refused");
    }

    private static void go(Page page, Gallery gallery, String path, String name) {
        page.navigate(serving.base() + path);
        page.locator("h1").first().waitFor();
        gallery.look(page, name);
    }
}
