package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.DAY;
import static org.fascicle.fhir.chart.Given.condition;
import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.prescription;
import static org.fascicle.fhir.chart.Given.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.Patient.Sex;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartedAnswer.Code;
import org.fascicle.fhir.chart.ChartedAnswer.Day;
import org.fascicle.fhir.chart.ChartedAnswer.Text;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.response.ResponseValidator;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefillingTest {
    private static final Patient WOMAN = new Patient(Optional.empty(), Sex.FEMALE);
    private static final Interviews INTERVIEWS = new Interviews(Definitions.published());

    @ParameterizedTest
    @CsvSource({
        "Chronic kidney disease,HX_CKD",
        "Type 2 diabetes mellitus,HX_DIABETES",
        "Hypothyroidism,HX_THYROID",
        "Primary hyperparathyroidism,HX_PARATHYROID",
        "Malignant neoplasm of breast,HX_CANCER",
        "Polyneuropathy,HX_NEUROPATHY",
        "Lumbar radiculopathy,HX_SPINE",
        "History of total thyroidectomy,HX_NECK_SURGERY",
        "Sleeve gastrectomy,MET_GISURG",
        "Anorexia nervosa,MET_DIET",
        "Normal pregnancy,PT_PREGNANT"
    })
    void aKnownProblemAnswersItsQuestionWithYes(String problem, Item item) {
        Condition condition = condition(problem);
        condition.setOnset(new DateTimeType("2026-05"));
        List<ChartedAnswer> answers = answers(condition);
        assertEquals(1, answers.size());
        assertEquals(item, answers.get(0).item());
        assertEquals(new Code("yes"), answers.get(0).value());
        assertEquals(
                List.of(new Entry("Condition/c1", on("2026-05-01"))),
                answers.get(0).sources());
    }

    @Test
    void whatTheChartDoesNotSayIsNotAnswered() {
        assertEquals(List.of(), answers());
        assertEquals(List.of(), answers(condition("No history of diabetes")));
        assertEquals(List.of(), answers(condition("Motor neurone disease")));
    }

    @Test
    void onlyHistoryAndTwoMetabolicQuestionsAreEverAnswered() {
        Set<Item> possible = EnumSet.of(
                Item.HX_CKD,
                Item.HX_DIABETES,
                Item.HX_THYROID,
                Item.HX_PARATHYROID,
                Item.HX_CANCER,
                Item.HX_NEUROPATHY,
                Item.HX_SPINE,
                Item.HX_NECK_SURGERY,
                Item.HX_NEWDRUG,
                Item.HX_NEWDRUG_NAME,
                Item.HX_EMG,
                Item.HX_EMG_DATE,
                Item.MET_GISURG,
                Item.MET_DIET,
                Item.PT_PREGNANT);
        ChartFacts full = ChartFromFhir.read(ChartResources.of(JsonChart.parse(JsonChart.text("full"))), Given.SCOPE);
        Set<Item> answered = AnswersFromChart.read(full, WOMAN, DAY, Limits.standard()).stream()
                .map(ChartedAnswer::item)
                .collect(Collectors.toSet());
        assertEquals(possible, answered);
    }

    @Test
    void severalEntriesOfOneProblemAreOneAnswerWithSeveralSources() {
        Condition first = condition("Type 2 diabetes mellitus");
        Condition second = condition("Diabetic neuropathy");
        second.setId("Condition/c2");
        ChartedAnswer diabetes = answers(first, second).get(0);
        assertEquals(Item.HX_DIABETES, diabetes.item());
        assertEquals(2, diabetes.sources().size());
    }

    @Test
    void aManIsNotPrefilledAsPregnant() {
        ChartFacts facts = read(condition("Pregnancy"));
        assertEquals(
                List.of(),
                AnswersFromChart.read(facts, new Patient(Optional.empty(), Sex.MALE), DAY, Limits.standard()));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-20,true", "2026-08-19,false", "2026-11-20,true", "2026-11-21,false"})
    void aTriggerMedicineBegunWithinThreeMonthsIsNew(String begun, boolean isNew) {
        MedicationRequest request = prescription("Sertraline 50 mg");
        request.setAuthoredOnElement(new DateTimeType(begun));
        List<ChartedAnswer> answers = answers(request);
        assertEquals(isNew ? List.of(Item.HX_NEWDRUG, Item.HX_NEWDRUG_NAME) : List.of(), items(answers));
        if (isNew) {
            assertEquals(new Text("Sertraline 50 mg"), answers.get(1).value());
        }
    }

    @Test
    void severalNewMedicinesAreNamedTogether() {
        MedicationRequest other = prescription("Furosemide 40 mg");
        other.setId("MedicationRequest/m2");
        List<ChartedAnswer> answers = answers(prescription("Sertraline 50 mg"), other);
        assertEquals(
                new Text("Sertraline 50 mg; Furosemide 40 mg"), answers.get(1).value());
        assertEquals(2, answers.get(0).sources().size());
    }

    @Test
    void aMedicineThatIsNoTriggerIsNotAsked() {
        assertEquals(List.of(), answers(prescription("Metformin")));
    }

    @ParameterizedTest
    @CsvSource({"Normal study,normal", "Abnormal,abnormal", "Active denervation,abnormal"})
    void aStudyAnswersItsQuestionAndItsDate(String conclusion, String code) {
        List<ChartedAnswer> answers = answers(study("d1", conclusion, "2026-10-05"));
        assertEquals(new Code(code), answers.get(0).value());
        assertEquals(new Day(LocalDate.of(2026, 10, 5)), answers.get(1).value());
    }

    @Test
    void anAwaitedStudyHasNoDateAndAnUnreadOneNoAnswer() {
        DiagnosticReport awaited = study("d1", "", "2026-10-05").setStatus(DiagnosticReportStatus.REGISTERED);
        assertEquals(List.of(Item.HX_EMG), items(answers(awaited)));
        assertEquals(new Code("pending"), answers(awaited).get(0).value());
        assertEquals(List.of(), answers(study("d1", "see attachment", "2026-10-05")));
    }

    @Test
    void theNewestStudyCounts() {
        List<ChartedAnswer> answers =
                answers(study("d1", "Abnormal", "2025-01-01"), study("d2", "Normal", "2026-10-05"));
        assertEquals(new Code("normal"), answers.get(0).value());
    }

    @Test
    void theDraftIsInProgressGroupedAndValid() {
        QuestionnaireResponse draft = draft(condition("Diabetes"), study("d1", "Normal", "2026-10-05"));
        assertEquals("in-progress", draft.getStatus().toCode());
        assertEquals(
                "https://fascicle.example/fhir/Questionnaire/fasciculation-history|1.0.0", draft.getQuestionnaire());
        assertEquals("history", draft.getItemFirstRep().getLinkId());
        assertEquals(
                List.of("hx.diabetes", "hx.emg", "hx.emg.date"),
                draft.getItemFirstRep().getItem().stream()
                        .map(QuestionnaireResponseItemComponent::getLinkId)
                        .toList());
        assertEquals(List.of(), new ResponseValidator(INTERVIEWS).validate(draft));
        assertEquals(List.of(), Validator.errors(draft));
    }

    @Test
    void eachAnswerSaysWhereItComesFromAndWhen() {
        Condition condition = condition("Diabetes");
        condition.setOnset(new DateTimeType("2015-03-01"));
        Extension source = draft(condition)
                .getItemFirstRep()
                .getItemFirstRep()
                .getAnswerFirstRep()
                .getExtensionByUrl("https://fascicle.example/fhir/StructureDefinition/prefilled-from");
        Reference reference = (Reference) source.getExtensionByUrl("source").getValue();
        assertEquals("Condition/c1", reference.getReference());
        assertEquals("diabetes", reference.getDisplay());
        assertEquals("2015-03-01", source.getExtensionByUrl("date").getValue().primitiveValue());
    }

    @Test
    void anAnswerNeverPrintsItself() {
        assertFalse(answers(prescription("Sertraline 50 mg")).toString().contains("Sertraline"));
    }

    private static QuestionnaireResponse draft(Resource... chart) {
        return new DraftToFhir(INTERVIEWS.current())
                .compose(answers(chart), Given.SUBJECT, "2026-11-20T10:00:00+01:00");
    }

    private static List<ChartedAnswer> answers(Resource... chart) {
        return AnswersFromChart.read(read(chart), WOMAN, DAY, Limits.standard());
    }

    private static List<Item> items(List<ChartedAnswer> answers) {
        return answers.stream().map(ChartedAnswer::item).toList();
    }

    private static DiagnosticReport study(String id, String conclusion, String day) {
        DiagnosticReport report = new DiagnosticReport();
        report.setId("DiagnosticReport/" + id);
        report.setSubject(new Reference(Given.SUBJECT));
        report.setStatus(DiagnosticReportStatus.FINAL);
        report.setCode(Given.coded("http://loinc.org", "18749-2"));
        report.setEffective(new DateTimeType(day));
        return report.setConclusion(conclusion);
    }
}
