package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.SCOPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.fhir.ForeignJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes have a case (R4, datatypes): a chart that does not keep to it must not have us use what it took back. */
class WrittenStatusTest {
    private static final List<String> WHY =
            List.of("its status is no code of FHIR but spells a withdrawal, and it was not used");

    @ParameterizedTest
    @ValueSource(
            strings = {"ENTERED-IN-ERROR", "Entered-in-error", "entered_in_error", " Entered In Error", "Cancelled"})
    void whatIsTakenBackIsNotUsedHoweverItIsSpelled(String status) {
        for (String resource : List.of(potassium(status), lithium(status), dialysis(status), emg(status, "final"))) {
            ChartFacts facts = read(resource);
            assertEquals(WHY, facts.unread().stream().map(Unread::why).toList(), resource);
            assertEquals(List.of(), facts.results());
            assertEquals(Set.of(), facts.listed());
            assertEquals(List.of(), facts.tests().electrodiagnoses());
        }
    }

    @Test
    void whatIsTakenBackInTheRightCaseNeedsNoWord() {
        for (String resource : List.of(potassium("entered-in-error"), lithium("entered-in-error"))) {
            assertEquals(List.of(), read(resource).unread(), resource);
            assertEquals(List.of(), read(resource).results());
            assertEquals(Set.of(), read(resource).listed());
        }
    }

    /** It may be final, it may be not: it counts as preliminary, which alerts and never reassures (C.8.18). */
    @ParameterizedTest
    @ValueSource(strings = {"Final", "FINAL", "done"})
    void aResultOfAStatusNotKnownIsNotFinal(String status) {
        assertFalse(read(potassium(status)).results().get(0).report().isFinal());
    }

    @Test
    void whatAReportTakenBackHoldsIsTakenBackWithIt() {
        for (String status : List.of("entered-in-error", "Entered-In-Error")) {
            assertEquals(List.of(), read(holding(status)).results());
        }
        assertEquals(1, read(holding("final")).results().size());
    }

    @Test
    void aResultTakenBackSaysNothingOfTheStudyThatNamesIt() {
        for (String status : List.of("entered-in-error", "ENTERED-IN-ERROR")) {
            assertEquals(
                    List.of(Electrodiagnosis.Outcome.UNREAD),
                    read(emg("final", status)).tests().electrodiagnoses().stream()
                            .map(Electrodiagnosis::outcome)
                            .toList());
        }
        assertEquals(
                List.of(Electrodiagnosis.Outcome.NORMAL),
                read(emg("final", "final")).tests().electrodiagnoses().stream()
                        .map(Electrodiagnosis::outcome)
                        .toList());
    }

    private static ChartFacts read(String json) {
        return ChartFromFhir.read(ChartResources.of(List.of(ForeignJson.read(json))), SCOPE);
    }

    private static String potassium(String status) {
        return """
                {"resourceType":"Observation","id":"k","status":"%s","subject":{"reference":"Patient/p1"},
                 "code":{"coding":[{"system":"http://loinc.org","code":"2823-3"}]},"effectiveDateTime":"2026-11-18",
                 "valueQuantity":{"value":6.9,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}}
                """.formatted(status);
    }

    private static String lithium(String status) {
        return """
                {"resourceType":"MedicationRequest","id":"m","status":"%s","intent":"order",
                 "subject":{"reference":"Patient/p1"},"medicationCodeableConcept":{"text":"Lithium carbonate"}}
                """.formatted(status);
    }

    private static String dialysis(String status) {
        return """
                {"resourceType":"Procedure","id":"d","status":"%s","subject":{"reference":"Patient/p1"},
                 "code":{"text":"Haemodialysis"},"performedDateTime":"2026-11-18"}
                """.formatted(status);
    }

    /** Only its result says that it was normal. */
    private static String emg(String status, String statusOfResult) {
        return """
                {"resourceType":"DiagnosticReport","id":"e","status":"%s","subject":{"reference":"Patient/p1"},
                 "code":{"text":"EMG"},"effectiveDateTime":"2026-11-18","result":[{"reference":"#r"}],
                 "contained":[{"resourceType":"Observation","id":"r","status":"%s","code":{"text":"Finding"},
                  "valueString":"Normal study."}]}
                """.formatted(status, statusOfResult);
    }

    private static String holding(String status) {
        return """
                {"resourceType":"DiagnosticReport","id":"e","status":"%s","subject":{"reference":"Patient/p1"},
                 "code":{"text":"Bloods"},"effectiveDateTime":"2026-11-18","result":[{"reference":"#k"}],
                 "contained":[%s]}
                """.formatted(status, potassium("final"));
    }
}
