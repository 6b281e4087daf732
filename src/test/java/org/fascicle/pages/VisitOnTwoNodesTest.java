package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fascicle.testing.Browser;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.Page;
import org.fascicle.testing.TwoNodes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A visit of which each request goes to the other of two nodes, those of the practice EHR and of the launch too: what is
 * begun at one goes on at the other.
 */
@Tag("deep")
@Timeout(120)
@NeedsPostgres
class VisitOnTwoNodesTest {
    private static final Pattern SCOPE = Pattern.compile("name=\"scope\" value=\"([^\"]*)\" checked");

    private final Browser browser = Browser.fresh();

    @Test
    void itEndsInTheChartAsOnOne() throws Exception {
        try (TwoNodes nodes = TwoNodes.start()) {
            URI base = nodes.balancer().base();
            browser.get(base + "/");
            browser.follow(browser.post(URI.create(base + "/authority/sign-in"), "clinician=imke"));
            Page chart = browser.get(base + "/chart/ada");
            Page consent =
                    browser.follow(HtmlForm.holding(chart, "Launch Fascicle").send(browser, "launch"));
            Page opened = browser.follow(browser.post(
                    URI.create(base + "/authority/consent"),
                    "decision=allow&request=" + consent.hidden("request") + scopes(consent)));
            Page interview = browser.get(opened.address().resolve("interview?new=yes"));
            HtmlForm form = HtmlForm.on(interview, "interview");
            VisitTest.WELL.forEach(form::with);
            Page result = browser.follow(form.with("trig.caffeine", "300").send(browser, "submit"));
            assertEquals(200, result.status());
            assertTrue(result.address().getPath().contains("/result/"), result.address()::toString);
            Page again = browser.follow(form.send(browser, "submit"));
            assertEquals(result.address(), again.address(), "sent twice, to two nodes: one result");

            assertEquals(1, assessments(base, "ada").size());
            assertEquals(1, assessments(base, "otto").size(), "both nodes brought the ward in, and assessed it once");
            assertTrue(nodes.balancer().requests() > 20, () -> nodes.balancer().requests() + " requests");
        }
    }

    private static List<String> assessments(URI base, String patient) {
        String search = base + "/fhir/RiskAssessment?patient=Patient/" + patient;
        return HttpAnswer.to(HttpRequest.newBuilder(URI.create(search)).build()).ids();
    }

    private static String scopes(Page consent) {
        return SCOPE.matcher(consent.body())
                .results()
                .map((MatchResult found) -> "&scope=" + URLEncoder.encode(found.group(1), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
