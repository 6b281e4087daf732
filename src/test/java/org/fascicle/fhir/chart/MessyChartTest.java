package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.SCOPE;
import static org.fascicle.fhir.chart.Given.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis.Outcome;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.Interval;
import org.fascicle.clinical.lab.LabResult;
import org.junit.jupiter.api.Test;

/** One chart with everything wrong that real charts have wrong: see {@code src/test/resources/charts/messy.json}. */
class MessyChartTest {
    private final ChartFacts facts =
            ChartFromFhir.read(ChartResources.of(JsonChart.parse(JsonChart.text("messy"))), SCOPE);

    @Test
    void thePotassiumIsReadThroughItsMuddledCodes() {
        LabResult potassium = result(Analyte.POTASSIUM);
        assertEquals(2.3, potassium.value());
        assertEquals("Observation/k", potassium.reference());
        assertEquals("2026-11-18T23:50-05:00", potassium.taken().toString());
        assertEquals(Flag.CRITICAL, potassium.report().flag());
        assertEquals(Optional.of(new Interval(3.5, 5.3)), potassium.report().interval());
    }

    @Test
    void theMagnesiumIsReadFromWordsAlone() {
        LabResult magnesium = result(Analyte.MAGNESIUM);
        assertEquals(0.49368, magnesium.value());
        assertEquals("2026-11-01", magnesium.day().toString());
    }

    @Test
    void theSodiumOfUnknownStatusIsNotFinal() {
        assertFalse(result(Analyte.SODIUM).report().isFinal());
        assertEquals(119, result(Analyte.SODIUM).value());
    }

    @Test
    void nothingElseIsAResult() {
        assertEquals(3, facts.results().size());
    }

    @Test
    void theKidneyDiseaseIsReadFromTheWordsOfItsCode() {
        Entry entry = new Entry("urn:uuid:b9c1b1a0-7d52-4a0c-9ac1-5f3a8c1d2e3f", on("2019-01-01"));
        assertEquals(
                Set.of(
                        new Diagnosis(Problem.KIDNEY_DISEASE, entry),
                        new Diagnosis(Problem.ADVANCED_KIDNEY_DISEASE, entry)),
                Set.copyOf(facts.diagnoses()));
    }

    @Test
    void theContainedLithiumIsReadAndHasItsLatestStart() {
        assertEquals(1, facts.medicines().size());
        assertEquals(Set.of(DrugClass.LITHIUM), facts.medicines().get(0).classes());
        assertEquals(on("2026-10-31"), facts.medicines().get(0).entry().date());
    }

    @Test
    void theStudyAndTheOrderAreRead() {
        assertEquals(
                List.of(new Electrodiagnosis(Outcome.NORMAL, new Entry("DiagnosticReport/emg", on("2026-11-01")))),
                facts.tests().electrodiagnoses());
        assertEquals(Set.of(Activity.NEUROLOGY), facts.orders().get(0).activities());
    }

    @Test
    void whatCouldNotBeReadIsNamedAndNothingElseIs() {
        Map<String, String> unread = facts.unread().stream().collect(Collectors.toMap(Unread::reference, Unread::why));
        assertEquals(
                Map.of(
                        "Observation/ca", "calcium 8.9 without a unit was not interpreted",
                        "Observation/other", "it is about another patient and was not used",
                        "Condition/als", "motor neuron disease is only suspected there and was not counted",
                        "MedicationStatement/gone", "a medicine without a name"),
                unread);
    }

    private LabResult result(Analyte analyte) {
        return facts.results().stream()
                .filter(result -> result.analyte() == analyte)
                .findFirst()
                .orElseThrow();
    }
}
