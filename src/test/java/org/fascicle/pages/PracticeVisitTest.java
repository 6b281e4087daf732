package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fascicle.Serving;
import org.fascicle.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README promises, clicked through as it is started: from the practice EHR's first page and back to its chart. */
@Tag("deep")
class PracticeVisitTest {
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

    @ParameterizedTest
    @CsvSource({
        "ada, self-care, rf.weakness=none",
        "miriam, same-day, trig.caffeine=500",
        "otto, same-day, rf.weakness=cannot-do|rf.weakness.course=weeks-months",
        "priya, emergency, rf.breath=at-rest"
    })
    void theVisitEndsInTheChart(String patient, String urgency, String answers) {
        List<String> barriers = new ArrayList<>();
        BrowserContext window = chromium.window();
        Page page = signIn(window, patient, barriers);
        page.locator(".ward a[href='/chart/" + patient + "']").click();
        look(page, patient + "-practice-chart", barriers);
        launch(page, patient, barriers);
        interview(page, answers);
        look(page, patient + "-practice-interview", barriers);
        page.locator("button[value=submit]").click();
        page.waitForURL("**/result/**");
        look(page, patient + "-practice-result", barriers);
        assertTrue(
                page.locator(".verdict.u-" + urgency).isVisible(),
                page.locator(".verdict").innerText());
        String kept = decide(page);
        look(page, patient + "-practice-decided", barriers);

        page.navigate(serving.base() + "/chart/" + patient);
        assertTrue(page.locator("main").innerText().contains(kept), "the chart shows `" + kept + "`");
        look(page, patient + "-practice-chart-afterwards", barriers);
        assertEquals(List.of(), barriers);
        window.close();
    }

    @Test
    void twoTabsWithTwoPatientsNeverMix() {
        BrowserContext window = chromium.window();
        Page first = signIn(window, "tabs", new ArrayList<>());
        first.navigate(serving.base() + "/chart/ingrid");
        launch(first, "ingrid", new ArrayList<>());
        Page second = window.newPage();
        second.navigate(serving.base() + "/chart/jonas");
        launch(second, "jonas", new ArrayList<>());
        String one = first.locator(".patient").innerText();
        String other = second.locator(".patient").innerText();
        first.reload();
        second.reload();
        assertEquals(one, first.locator(".patient").innerText());
        assertEquals(other, second.locator(".patient").innerText());
        assertTrue(!one.equals(other), one);
        window.close();
    }

    private static Page signIn(BrowserContext window, String name, List<String> barriers) {
        Page page = window.newPage();
        page.navigate(serving.base() + "/");
        look(page, name + "-practice-welcome", barriers);
        page.locator("button.person").first().click();
        page.locator(".ward a").first().waitFor();
        look(page, name + "-practice-ward", barriers);
        return page;
    }

    private static void launch(Page page, String name, List<String> barriers) {
        page.locator("button.launch").click();
        page.locator("button[value=allow]").waitFor();
        look(page, name + "-practice-consent", barriers);
        page.locator("button[value=allow]").click();
        page.waitForURL("**/app/**");
    }

    /** Every core question, and what brings this patient. */
    private static void interview(Page page, String answers) {
        if (page.url().contains("/history")) {
            page.locator("main a.primary").click();
            page.waitForURL("**/interview**");
        }
        VisitTest.WELL.forEach((question, answer) -> answer(page, question, answer));
        for (String answer : answers.split("\\|")) {
            answer(page, answer.split("=")[0], answer.split("=")[1]);
        }
    }

    private static void answer(Page page, String question, String answer) {
        String id = "#q-" + question.replace('.', '-');
        if (answer.matches("\\d+")) {
            page.locator(id + "-field").fill(answer);
        } else {
            page.locator(id + '-' + answer).check();
        }
    }

    /** Accepts the first proposal and declines the next, with a reason; answers what the chart has to show then. */
    private static String decide(Page page) {
        if (page.locator(".proposal.is-open").count() == 0) {
            return "Fasciculation assessments";
        }
        String accepted = page.locator(".proposal.is-open strong").first().innerText();
        page.locator("button[value=accept]").first().click();
        page.locator(".proposal.is-accepted").first().waitFor();
        orderIsShown(page);
        if (page.locator(".proposal.is-open").count() > 0) {
            page.locator(".decline summary").first().click();
            page.locator(".decline[open] button[value=decline]").click();
            page.locator(".proposal.is-declined").first().waitFor();
        }
        return accepted;
    }

    /** What became an order is where the link leads; a task is none. */
    private static void orderIsShown(Page page) {
        Locator accepted = page.locator(".proposal.is-accepted").first();
        if (accepted.innerText().contains("Accepted as a task")) {
            return;
        }
        Locator link = accepted.locator("a");
        Page order = page.context().waitForPage(link::click);
        order.locator(".line:target").waitFor();
        assertTrue(order.url().contains("/order#order-"), order.url());
        order.close();
    }

    private static void look(Page page, String name, List<String> barriers) {
        Chromium.photograph(page, name);
        Chromium.barriers(page).forEach(barrier -> barriers.add(name + ": " + barrier));
    }
}
