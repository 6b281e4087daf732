package org.fascicle.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that is installed on this machine, if there is one; none is ever downloaded. */
final class Chromium implements AutoCloseable {
    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path binary) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(binary)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Skips the tests, with one line that says why, where there is none. */
    static Chromium start() {
        Optional<Path> binary = find();
        Assumptions.assumeTrue(
                binary.isPresent(), "no Chromium: install Debian's `chromium`, or name one in FASCICLE_CHROMIUM");
        return new Chromium(binary.get());
    }

    private static Optional<Path> find() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("fascicle.chromium")),
                        Optional.ofNullable(System.getenv("FASCICLE_CHROMIUM")),
                        Optional.of("/usr/bin/chromium"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    BrowserContext window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(20_000);
        return context;
    }

    BrowserContext window() {
        return window(new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB"));
    }

    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** What keeps somebody out of this page, one line each. */
    static List<String> barriers(Page page) {
        return lines(new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** What cannot be told from its background: all that other colours can change. */
    static List<String> paleness(Page page) {
        return lines(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    /** No page of ours holds a frame, so that one look at it is enough. */
    private static List<String> lines(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .map(Chromium::line)
                .toList();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
