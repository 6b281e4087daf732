package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed, and where pages lead. Numbers as in the list of threats. */
class HostileWordsTest {
    private static final String HOSTILE =
            "</div><script>alert(1)</script>\"><img src=x onerror=alert(1)> ]]> &#x3c;u&#x3e; "
                    + "[x](javascript:alert(1)) ![](http://evil.example)";
    private static final Pattern ADDRESS =
            Pattern.compile("\\s(?:href|src|action|formaction|srcset|data|poster)=\"([^\"]*)\"");
    private static final Pattern WITHIN = Pattern.compile("[A-Za-z0-9?#./][^:]*|");
    private static final Pattern SAFE_STYLE = Pattern.compile("(?::root\\{(?:--ehr-[a-z-]+:[#A-Za-z0-9.,' -]+;)+})?");

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

    @Test
    void d1_whatWasTypedIsTextOnEveryPageAndInTheNarrative() {
        Page first = site.launch(browser, "imke", "ada");
        HtmlForm form = HtmlForm.on(browser.get(first.address().resolve("interview")), "interview");
        VisitTest.WELL.forEach(form::with);
        form.with("hx.newdrug", "yes").with("hx.newdrug.name", HOSTILE);
        Page draft = browser.follow(form.send(browser, "save"));
        Page result = browser.follow(HtmlForm.on(draft, "interview").send(browser, "submit"));
        assertTrue(
                result.address().getPath().contains("/result/"),
                result.address().getPath());
        String response = result.address().getPath().replaceFirst(".*/", "");

        assertTrue(draft.body().contains("&lt;script&gt;"), "it is shown, as text");
        for (Page page : List.of(
                draft,
                result,
                browser.get(result.address().resolve("../leaflet/" + response)),
                browser.get(result.address().resolve("../interview/" + response)),
                browser.get(result.address().resolve("../history")))) {
            assertEquals(200, page.status());
            assertInert(page.body());
        }
        String narrative =
                site.all(RiskAssessment.class, "ada").get(0).getText().getDivAsString();
        assertFalse(narrative.isEmpty());
        assertInert(narrative);
    }

    @Test
    void d5_everyAddressOnEveryPageIsWithinUsOrHttpsAndNamedByUs() {
        List<String> elsewhere = new ArrayList<>();
        int within = 0;
        for (Page page : pages()) {
            Matcher address = ADDRESS.matcher(page.body());
            while (address.find()) {
                String one = address.group(1);
                if (WITHIN.matcher(one).matches() && !one.startsWith("//")) {
                    within++;
                } else {
                    elsewhere.add(one);
                }
            }
        }

        assertTrue(within > 40, within + " addresses within");
        assertEquals(
                List.of(),
                elsewhere.stream()
                        .filter(one -> !one.matches("https://[a-z0-9.-]+/[^\\s<>]*"))
                        .filter(one -> !one.startsWith(site.base + "/"))
                        .toList());
    }

    @Test
    void d3_thePageTakesTheEhrsLookFromUsAndAsVariablesOnly() {
        Page history = site.launch(browser, "imke", "tomas");
        List<String> sheets = Pattern.compile("<link[^>]*rel=\"stylesheet\"[^>]*>")
                .matcher(history.body())
                .results()
                .map(found -> found.group().replaceFirst(".*href=\"([^\"]*)\".*", "$1"))
                .toList();

        assertEquals(2, sheets.size(), "ours, and the EHR's");
        for (String sheet : sheets) {
            Page style = browser.get(history.address().resolve(sheet));
            URI where = style.address();
            assertEquals(site.base.getAuthority(), where.getAuthority());
            assertEquals("nosniff", style.header("X-Content-Type-Options"));
            assertTrue(style.header("Content-Type").startsWith("text/css"));
            if (!where.getPath().startsWith("/assets/")) {
                assertTrue(style.body().contains("--ehr-"), style.body());
                assertTrue(SAFE_STYLE.matcher(style.body().strip()).matches(), style.body());
            }
        }
    }

    private List<Page> pages() {
        Page history = site.launch(browser, "imke", "tomas");
        return Stream.of("history", "interview", "result/tomas-history", "leaflet/tomas-history", "nowhere")
                .map(name -> browser.get(history.address().resolve(name)))
                .toList();
    }

    private static void assertInert(String html) {
        assertFalse(html.contains("<script>"), html);
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("<u>"), html);
        assertFalse(
                Pattern.compile("<[^>]+(?:javascript:|onerror|evil\\.example)")
                        .matcher(html)
                        .find(),
                html);
    }
}
