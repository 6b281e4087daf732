package org.fascicle.sandbox.ward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.fascicle.assessing.Result;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.testing.PracticeChart;
import org.fascicle.testing.ShownResult;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each story must come to, worked out by hand from the clinical reference (C.3 to C.8), not from the program. */
class ExpectedResultsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static Chart chart;

    @BeforeAll
    static void fill() {
        chart = PracticeChart.open(folder, CLOCK);
        Ward.fill(chart, PracticeChart::assessing, CLOCK);
        Placeholders today = Placeholders.on(CLOCK);
        for (String patient : new String[] {"ada", "beatrix", "priya"}) {
            chart.transact(WardFile.find(patient + ".story").orElseThrow().transaction(today));
        }
    }

    @AfterAll
    static void close() {
        chart.close();
    }

    /**
     * Today, with the chart as it stands. Ada: focal, 10 days, a trigger. Miriam: magnesium 0.46 is in the same-day band
     * 0.40 to 0.49. Tomás: weakness with wasting, progressing, brisk reflexes. Ingrid: an eyelid for over 3 months.
     * Beatrix: diagnosed, no bulbar or breathing change. Priya: lasts over 14 days, under 40, normal bloods by pregnancy
     * ranges. Kito: under 16, no warning sign. Otto: a potassium of 6.1 is in the same-day band 6.0 to 6.4. Jonas:
     * examination, bloods and EMG normal since the onset. Halima: a potassium of 2.3 is below 2.5. Wendell: widespread,
     * over 40, no warning sign, nothing tested.
     */
    @ParameterizedTest
    @CsvSource({
        "ada,     self-care, low,           low,  likely,          M-16 X-7 B-1",
        "miriam,  same-day,  low,           high, not-established, M-13 X-2 B-0",
        "tomas,   urgent,    high,          low,  not-established, M-1 M-3 M-4 X-8 B-0",
        "ingrid,  routine,   low,           low,  possible,        M-15 X-6 B-3",
        "beatrix, routine,   (none),        low,  not-established, K-1 X-8 B-0",
        "priya,   routine,   low,           low,  possible,        M-14 X-8 B-3",
        "kito,    routine,   indeterminate, low,  not-established, P-2 X-7 B-0",
        "otto,    same-day,  low,           high, not-established, M-13 X-2 B-0",
        "jonas,   self-care, low,           low,  likely,          M-17 X-8 B-2",
        "halima,  emergency, low,           high, not-established, E-7 X-1 M-13 B-0",
        "wendell, routine,   low,           low,  possible,        M-13 X-6 B-3",
    })
    void theStoryComesTo(
            String patient, String urgency, String neuromuscular, String metabolic, String benign, String fired) {
        ShownResult shown = today(patient);
        assertEquals(urgency, shown.urgency());
        assertEquals(neuromuscular, shown.concern("neuromuscular"));
        assertEquals(metabolic, shown.concern("metabolic"));
        assertEquals(benign, shown.concern("benign"));
        Set<String> missing = new TreeSet<>(Arrays.asList(fired.split(" ")));
        missing.removeAll(shown.fired());
        assertEquals(Set.of(), missing);
    }

    /** What is settled about the workup: C.5, C.8.21, C.8.22 and the ECG limits of C.8.18. */
    @ParameterizedTest
    @CsvSource({
        "miriam,  ECG",
        "tomas,   NEUROLOGY EMG",
        "ingrid,  NEUROLOGY",
        "halima,  EMERGENCY_DEPARTMENT ECG",
        "otto,    ECG",
        "wendell, EXAMINATION RECHECK MAGNESIUM"
    })
    void theWorkupHolds(String patient, String activities) {
        Set<String> missing = new TreeSet<>(Arrays.asList(activities.split(" ")));
        missing.removeAll(today(patient).proposed());
        assertEquals(Set.of(), missing);
    }

    @Test
    void selfCareProposesNothing() {
        assertEquals(Set.of(), today("ada").proposed());
        assertEquals(Set.of(), today("jonas").proposed());
    }

    @Test
    void ottosStoredAssessmentIsStaleForThePotassiumCameLater() {
        RiskAssessment stored = chart.search(Search.of("RiskAssessment").where("patient", "Patient/otto"))
                .matches()
                .get(0)
                .as(RiskAssessment.class);
        assertEquals("routine", urgency(stored));
        assertEquals("same-day", today("otto").urgency());
    }

    @Test
    void halimasStoredAssessmentIsAnEmergencyAndNamesThePotassium() {
        RiskAssessment stored = chart.search(Search.of("RiskAssessment").where("patient", "Patient/halima"))
                .matches()
                .get(0)
                .as(RiskAssessment.class);
        assertEquals("emergency", urgency(stored));
        assertTrue(stored.getBasis().stream()
                .anyMatch(basis -> basis.getReference().contains("halima-potassium-4")));
    }

    private static String urgency(RiskAssessment assessment) {
        return assessment
                .getExtensionByUrl("https://fascicle.example/fhir/StructureDefinition/urgency")
                .getValue()
                .primitiveValue();
    }

    private static ShownResult today(String patient) {
        Key response = new Key("QuestionnaireResponse", patient + "-history");
        Result result = PracticeChart.assessing(CLOCK).preview(chart, response.id());
        return new ShownResult(FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, result.bundle("http://localhost/fhir")));
    }
}
