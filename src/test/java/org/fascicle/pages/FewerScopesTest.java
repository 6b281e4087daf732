package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Key;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.fhir.result.Judged;
import org.fascicle.oauth.Scopes;
import org.fascicle.smart.ehr.Features;
import org.fascicle.testing.Browser;
import org.fascicle.testing.CaseInChart;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.Page;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clinician or the EHR does not grant falls away, is said, and is never taken for absent. */
class FewerScopesTest {
    private static final String LIKELY = "eyelid-five-coffees";

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Condition | problems | problems
            MedicationRequest | medicines | prescriptions
            MedicationStatement | medicines | medicines taken without a prescription here
            Procedure | procedures | procedures
            DiagnosticReport | reports of studies | reports of studies
            Observation | results and measurements | results, vital signs
            ServiceRequest | orders | orders
            Patient | '' | name, birth date and sex
            """)
    void withoutReadingItEveryPageIsThereAndSaysSo(String type, String part, String ungranted) {
        Page start = site.launch(browser, "imke", "miriam", scope -> !scope.contains("/" + type + "."));
        assertEquals(200, start.status(), type);
        for (String page : List.of("history", "interview", "result/miriam-history", "leaflet/miriam-history")) {
            assertEquals(200, browser.get(start.address().resolve(page)).status(), page);
        }
        assertTrue(browser.get(start.address().resolve("interview"))
                .body()
                .contains("This launch was not granted to read: " + ungranted + "."));
        String result =
                browser.get(start.address().resolve("result/miriam-history")).body();
        assertTrue(result.contains("he access granted does not reach it; what it would say is unknown"));
        assertEquals(!part.isEmpty(), result.contains("Not read in the chart, and so unknown: " + part + "."));
    }

    @Test
    void whatIsNotReadIsUnknownToEveryRuleAndNeverAbsent() {
        CaseFile all = judged("miriam", "patient/*.rs");
        assertEquals(Presence.ABSENT, all.charted(Problem.CANCER));
        assertEquals(Presence.PRESENT, all.charted(DrugClass.PROTON_PUMP_INHIBITOR));
        assertTrue(all.labs().find(Analyte.MAGNESIUM).isPresent());

        CaseFile none = judged("miriam", "patient/Patient.r");
        for (Problem problem : Problem.values()) {
            assertEquals(Presence.UNKNOWN, none.charted(problem), problem.name());
        }
        for (DrugClass drug : DrugClass.values()) {
            assertEquals(Presence.UNKNOWN, none.charted(drug), drug.name());
        }
        for (Past past : Past.values()) {
            assertEquals(Presence.UNKNOWN, none.charted(past), past.name());
        }
        assertTrue(none.labs().all().isEmpty());

        CaseFile noProcedures = judged("miriam", "patient/Patient.r", "patient/Condition.rs");
        assertEquals(Presence.UNKNOWN, noProcedures.charted(Problem.GUT_SURGERY), "an operation may be listed there");
        assertEquals(Presence.ABSENT, noProcedures.charted(Problem.CANCER));
        CaseFile noStatements = judged("miriam", "patient/Patient.r", "patient/MedicationRequest.rs");
        assertEquals(Presence.UNKNOWN, noStatements.charted(DrugClass.LITHIUM), "it may be taken without a request");
        assertEquals(Presence.PRESENT, noStatements.charted(DrugClass.PROTON_PUMP_INHIBITOR));
    }

    @Test
    void aBenignCauseIsNotCalledLikelyByWhoWasNotShownTheProblems() {
        CaseInChart likely = ExampleCase.all()
                .filter(example -> example.name().equals(LIKELY))
                .map(CaseInChart::new)
                .findFirst()
                .orElseThrow();
        site.chart.transact(likely.transaction());
        assertEquals(Optional.of(Concern.LIKELY), benign("patient/*.rs"));
        assertEquals(
                Optional.of(Concern.POSSIBLE),
                benign(Features.wanted().words().stream()
                        .filter(scope -> !scope.contains("/Condition."))
                        .toArray(String[]::new)));
    }

    private static Optional<Concern> benign(String... scopes) {
        return judgedResponse(LIKELY, scopes).assessment().of(Outcome.BENIGN).concern();
    }

    @Test
    void withoutWritingResultsTheTextIsThereToCopyAndNothingIsLost() {
        Page result = completed(
                "beatrix",
                scope -> scope.matches("patient/QuestionnaireResponse.*|patient/(Patient|Condition)\\..*|[a-z/_]+"));
        assertEquals(200, result.status());
        assertTrue(result.body().contains("<textarea class=\"copy\""));
        assertTrue(result.body().contains("the access granted does not include writing RiskAssessment"));
        assertEquals(1, site.all(QuestionnaireResponse.class, "beatrix").size());
        assertTrue(site.all(RiskAssessment.class, "beatrix").isEmpty());
    }

    @Test
    void withoutAnyResponsesTheVisitGoesOnAndNothingIsWritten() {
        Predicate<String> noResponses = scope -> !scope.contains("/QuestionnaireResponse.");
        Page form = site.launch(browser, "imke", "jonas", noResponses);
        assertTrue(form.address().getPath().endsWith("/interview"), "nothing is known of earlier ones");
        assertTrue(
                form.body().contains("to grant Fascicle: patient/QuestionnaireResponse.crus"), "it says what to ask");
        assertTrue(form.body().contains("the access granted does not include writing QuestionnaireResponse"));

        HtmlForm filled = HtmlForm.on(form, "interview");
        VisitTest.WELL.forEach(filled::with);
        Page saved = browser.follow(filled.with("trig.caffeine", "640").send(browser, "save"));
        assertTrue(saved.body().contains("Kept for this visit only, not in the chart"));
        assertEquals(List.of("640"), HtmlForm.on(saved, "interview").values("trig.caffeine"));
        Page result = browser.follow(HtmlForm.on(saved, "interview").send(browser, "submit"));
        while (result.status() == 422) {
            result = browser.follow(HtmlForm.on(result, "interview").send(browser, "submit"));
        }
        assertEquals(200, result.status());
        String copy = result.body().replaceAll("(?s).*<textarea class=\"copy\"[^>]*>(.*?)</textarea>.*", "$1");
        assertTrue(copy.startsWith("Fasciculation assessment: "), copy);
        assertTrue(copy.contains(" 640"), "the answers are copied too");
        assertFalse(result.body().contains("value=\"record\"") || result.body().contains("value=\"accept\""));

        Page amendment = browser.get(result.address().toString().replace("/result/", "/interview/"));
        Page amended = browser.follow(
                HtmlForm.on(amendment, "interview").with("trig.caffeine", "90").send(browser, "submit"));
        assertTrue(amended.body().contains(" 90"), "the amended answer");
        assertEquals(
                200,
                browser.get(result.address().toString().replace("/result/", "/leaflet/"))
                        .status());
        assertTrue(browser.get(form.address().resolve("history")).body().contains("/result/"));

        assertEquals(
                List.of("jonas-history"),
                site.all(QuestionnaireResponse.class, "jonas").stream()
                        .map(response -> response.getIdElement().getIdPart())
                        .toList());
        assertEquals(1, site.all(RiskAssessment.class, "jonas").size(), "only what the ward began with");
        Page other = site.launch(Browser.fresh(), "imke", "jonas", noResponses);
        assertTrue(other.address().getPath().endsWith("/interview"), "another launch knows nothing of it");
    }

    private Page completed(String patient, Predicate<String> scopes) {
        Page start = site.launch(browser, "imke", patient, scopes);
        HtmlForm form = HtmlForm.on(browser.get(start.address().resolve("interview?new=yes")), "interview");
        VisitTest.WELL.forEach(form::with);
        form.with("trig.caffeine", "600").with("trig.sleep", "4");
        return browser.follow(form.send(browser, "submit"));
    }

    private static CaseFile judged(String patient, String... scopes) {
        return judgedResponse(patient + "-history", scopes).file();
    }

    private static Judged judgedResponse(String id, String... scopes) {
        Assessing assessing = PracticeChart.assessing(Clock.systemUTC());
        QuestionnaireResponse response =
                site.chart.read(new Key("QuestionnaireResponse", id)).as(QuestionnaireResponse.class);
        return assessing.judged(GrantedChart.of(site.chart, Scopes.of(List.of(scopes))), response);
    }
}
