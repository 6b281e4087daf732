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
import org.fascicle.chart.Search;
import org.fascicle.chart.remote.Abilities;
import org.fascicle.oauth.Scopes;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages on a chart that does not take all of a result. */
class InsteadTest {
    @TempDir
    Path folder;

    private WardSite site;
    private final Browser browser = Browser.fresh();

    @BeforeEach
    void open() {
        site = WardSite.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whereTheChartTakesEverythingNothingIsSaidOfIt() {
        assertFalse(result().body().contains("id=\"instead\""));
    }

    @Test
    void whatStandsInForWhatIsSaidBeforeAnythingIsWrittenAndWrittenSo() {
        grant("QuestionnaireResponse", "Observation", "ServiceRequest", "Task", "RequestGroup", "Provenance");
        String line = "The assessment: as a screening Observation, because the access granted does not include writing"
                + " RiskAssessment.";
        Page result = result();
        assertTrue(browser.get(result.address().resolve("../interview")).body().contains(line));
        assertTrue(result.body().contains(line), result.body());
        assertEquals(0, screenings().size());
        assertFalse(result.body().contains("value=\"sign\""));

        Page recorded =
                browser.follow(HtmlForm.holding(result, "value=\"record\"").send(browser, "record"));
        assertEquals(200, recorded.status());
        assertEquals(1, screenings().size());
        assertFalse(recorded.body().contains("value=\"record\""), "it is in the chart");
    }

    @Test
    void whereNothingIsTakenTheTextIsThereToCopy() {
        grant("QuestionnaireResponse");
        Page result = result();
        assertTrue(result.body().contains("<textarea class=\"copy\""), result.body());
        assertTrue(result.body().contains("Fasciculation assessment: "));
        assertFalse(result.body().contains("value=\"record\""));
        assertEquals(
                200,
                browser.get(result.address().resolve("../leaflet/tomas-history"))
                        .status());
        assertEquals(200, browser.get(result.address().resolve("../history")).status());
    }

    private void grant(String... types) {
        List<String> scopes =
                Stream.of(types).map(type -> "patient/" + type + ".cruds").toList();
        site.plan.set(any -> WriteBackPlan.of(Allowance.of(Abilities.UNKNOWN, Scopes.of(scopes))));
    }

    private Page result() {
        Page start = site.launch(browser, "imke", "tomas");
        return browser.get(start.address().resolve("result/tomas-history"));
    }

    private List<Observation> screenings() {
        return site
                .chart
                .searchAll(Search.of("Observation")
                        .where("patient", "Patient/tomas")
                        .where("category", "survey"))
                .stream()
                .map(stored -> stored.as(Observation.class))
                .toList();
    }
}
