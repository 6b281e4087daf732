package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Problem.*;
import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.problems;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.chart.Problem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProceduresTest {
    private static final Set<Problem> FAILURE = Set.of(KIDNEY_DISEASE, ADVANCED_KIDNEY_DISEASE, KIDNEY_FAILURE);

    @ParameterizedTest
    @CsvSource({
        "Total thyroidectomy,NECK_SURGERY",
        "Parathyroidectomy (procedure),NECK_SURGERY",
        "Radical neck dissection,NECK_SURGERY",
        "Laparoscopic sleeve gastrectomy,GUT_SURGERY",
        "Right hemicolectomy,GUT_SURGERY",
        "Bariatric surgery,GUT_SURGERY"
    })
    void anOperationOnNeckOrGutCounts(String text, Problem problem) {
        assertEquals(List.of(problem), problems(procedure(text, "1999")));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProcedureStatus.class,
            names = {"PREPARATION", "NOTDONE", "ONHOLD", "STOPPED", "ENTEREDINERROR"})
    void oneThatWasNotDoneDoesNot(ProcedureStatus status) {
        assertEquals(List.of(), problems(procedure("Thyroidectomy", "1999").setStatus(status)));
    }

    @Test
    void itCarriesItsDate() {
        assertEquals(
                on("2020-05-01"),
                read(procedure("Thyroidectomy", "2020-05"))
                        .diagnoses()
                        .get(0)
                        .entry()
                        .date());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-18", "2026-08-22"})
    void recentDialysisIsKidneyFailure(String day) {
        assertEquals(FAILURE, Set.copyOf(problems(procedure("Renal dialysis (procedure)", day))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-21", "2019"})
    void dialysisLongAgoIsNot(String day) {
        assertEquals(List.of(), problems(procedure("Haemodialysis", day)));
    }

    @Test
    void dialysisThatGoesOnIsRecentHoweverLongAgoItBegan() {
        Procedure series = procedure("Haemodialysis", "2020");
        series.setPerformed(new Period().setStartElement(new DateTimeType("2020-01-01")));
        assertEquals(FAILURE, Set.copyOf(problems(series.setStatus(ProcedureStatus.INPROGRESS))));
        series.setPerformed(new Period()
                .setStartElement(new DateTimeType("2020-01-01"))
                .setEndElement(new DateTimeType("2026-11-10")));
        assertEquals(FAILURE, Set.copyOf(problems(series.setStatus(ProcedureStatus.COMPLETED))));
    }

    @Test
    void ofManyDialysesTheLastIsNamed() {
        Procedure other = procedure("Renal dialysis (procedure)", "2026-11-16");
        other.setId("Procedure/x2");
        assertEquals(
                Set.of("Procedure/x1"),
                read(other, procedure("Renal dialysis (procedure)", "2026-11-18")).diagnoses().stream()
                        .map(diagnosis -> diagnosis.entry().reference())
                        .collect(Collectors.toSet()));
    }

    @Test
    void dialysisWithoutADateIsNamedAndNotCounted() {
        Procedure dialysis = procedure("Haemodialysis", "2020").setPerformed(null);
        assertEquals(List.of(), problems(dialysis));
        assertEquals(List.of("a dialysis without a date was not counted"), why(dialysis));
    }

    private static Procedure procedure(String text, String performed) {
        Procedure procedure = new Procedure();
        procedure.setId("Procedure/x1");
        procedure.setSubject(new Reference(Given.SUBJECT));
        procedure.setStatus(ProcedureStatus.COMPLETED);
        procedure.setCode(new CodeableConcept().setText(text));
        procedure.setPerformed(new DateTimeType(performed));
        return procedure;
    }
}
