package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Problem.*;
import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.condition;
import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.problems;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.snomed;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Problem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    /** Source D.3. */
    @ParameterizedTest
    @CsvSource({
        "86044005,MOTOR_NEURON_DISEASE",
        "37340000,MOTOR_NEURON_DISEASE",
        "88923002,MOTOR_NEURON_DISEASE",
        "54304004,MOTOR_NEURON_DISEASE",
        "230253001,OTHER_NEUROMUSCULAR_DISEASE",
        "5262007,OTHER_NEUROMUSCULAR_DISEASE",
        "230591002,OTHER_NEUROMUSCULAR_DISEASE",
        "305719002,OTHER_NEUROMUSCULAR_DISEASE",
        "763803004,OTHER_NEUROMUSCULAR_DISEASE",
        "31097004,OTHER_NEUROMUSCULAR_DISEASE",
        "91637004,OTHER_NEUROMUSCULAR_DISEASE",
        "56989000,OTHER_NEUROMUSCULAR_DISEASE",
        "24700007,MULTIPLE_SCLEROSIS",
        "42345000,NEUROPATHY",
        "386033004,NEUROPATHY",
        "230572002,NEUROPATHY",
        "709044004,KIDNEY_DISEASE",
        "73211009,DIABETES",
        "34486009,THYROID_DISEASE",
        "90739004,THYROID_DISEASE",
        "40930008,THYROID_DISEASE",
        "66999008,PARATHYROID_DISEASE",
        "36348003,PARATHYROID_DISEASE",
        "36976004,PARATHYROID_DISEASE",
        "428892006,NECK_SURGERY",
        "43339004,ELECTROLYTE_DISORDER",
        "89627008,ELECTROLYTE_DISORDER",
        "5291005,ELECTROLYTE_DISORDER",
        "190855004,ELECTROLYTE_DISORDER",
        "54404000,SPINE_DISEASE",
        "128196005,SPINE_DISEASE",
        "82470000,FASCICULATION",
        "40739000,WARNING_SIGN",
        "71457002,WARNING_SIGN",
        "249489001,WARNING_SIGN",
        "8011004,WARNING_SIGN",
        "289195008,WARNING_SIGN",
        "267036007,WARNING_SIGN",
        "161941007,WARNING_SIGN",
        "60845006,WARNING_SIGN",
        "62744007,WARNING_SIGN",
        "26544005,WARNING_SIGN",
        "713514005,WARNING_SIGN",
        "249939004,WARNING_SIGN",
        "299042006,WARNING_SIGN",
        "88092000,WARNING_SIGN",
        "7006003,WARNING_SIGN",
        "228148009,WARNING_SIGN",
        "306741005,WARNING_SIGN",
        "1912002,WARNING_SIGN",
        "22631008,WARNING_SIGN",
        "22325002,WARNING_SIGN",
        "91019004,WARNING_SIGN",
        "95673003,WARNING_SIGN",
        "429783005,WARNING_SIGN",
        "44077006,WARNING_SIGN",
        "309537005,WARNING_SIGN",
        "422868009,WARNING_SIGN",
        "267024001,WARNING_SIGN",
        "24982008,WARNING_SIGN",
        "11934000,WARNING_SIGN",
        "221360009,WARNING_SIGN",
        "86854008,WARNING_SIGN",
        "77386006,PREGNANCY"
    })
    void everyVerifiedCodeIsReadWithoutAnyWords(String code, Problem problem) {
        assertEquals(List.of(problem), problems(condition(snomed(code))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3895009", "39355002", "14140009", "66931009", "4996001"})
    void anUnverifiedOrUnrelatedCodeIsNoProblem(String code) {
        assertEquals(List.of(), problems(condition(snomed(code))));
    }

    @ParameterizedTest
    @CsvSource({
        "Amyotrophic lateral sclerosis,MOTOR_NEURON_DISEASE",
        "Motor neurone disease,MOTOR_NEURON_DISEASE",
        "ALS (bulbar onset),MOTOR_NEURON_DISEASE",
        "Kennedy's disease,OTHER_NEUROMUSCULAR_DISEASE",
        "Myasthenia gravis,OTHER_NEUROMUSCULAR_DISEASE",
        "Multifocal motor neuropathy,OTHER_NEUROMUSCULAR_DISEASE",
        "Post-polio syndrome,OTHER_NEUROMUSCULAR_DISEASE",
        "Relapsing remitting multiple sclerosis,MULTIPLE_SCLEROSIS",
        "Peripheral neuropathy,NEUROPATHY",
        "Chronic kidney disease,KIDNEY_DISEASE",
        "Disorder of kidney due to diabetes insipidus,KIDNEY_DISEASE",
        "Polycystic kidney disease,KIDNEY_DISEASE",
        "Type 2 diabetes mellitus without complications,DIABETES",
        "Idiopathic atrophic hypothyroidism,THYROID_DISEASE",
        "Graves' disease,THYROID_DISEASE",
        "Primary hyperparathyroidism,PARATHYROID_DISEASE",
        "Status post total thyroidectomy,NECK_SURGERY",
        "History of Roux-en-Y gastric bypass,GUT_SURGERY",
        "Anorexia nervosa,EATING_DISORDER",
        "Protein-calorie malnutrition,EATING_DISORDER",
        "Hypokalaemia,ELECTROLYTE_DISORDER",
        "Hypomagnesemia,ELECTROLYTE_DISORDER",
        "Alcohol dependence,ALCOHOL_EXCESS",
        "Non-small cell carcinoma of lung,CANCER",
        "Personal history of malignant neoplasm of breast,CANCER",
        "Acute myeloid leukaemia,CANCER",
        "Cervical spondylosis,SPINE_DISEASE",
        "Normal pregnancy,PREGNANCY",
        "Muscle fasciculation,FASCICULATION",
        "Dysphagia,WARNING_SIGN",
        "Difficulty swallowing solids,WARNING_SIGN",
        "Dysarthria,WARNING_SIGN",
        "Muscle weakness (generalized),WARNING_SIGN",
        "Wasting of muscle of left hand,WARNING_SIGN",
        "Muscle atrophy,WARNING_SIGN",
        "Left foot drop,WARNING_SIGN",
        "Dyspnea on exertion,WARNING_SIGN",
        "Dyspnoea,WARNING_SIGN",
        "Diplopia,WARNING_SIGN",
        "Spasticity,WARNING_SIGN",
        "Spinal muscular atrophy type 3,OTHER_NEUROMUSCULAR_DISEASE",
        "Progressive muscular atrophy,MOTOR_NEURON_DISEASE"
    })
    void aProblemIsReadByNameInEitherSpelling(String text, Problem problem) {
        assertEquals(List.of(problem), problems(condition(text)));
    }

    @Test
    void aBenignFasciculationSyndromeIsBoth() {
        CodeableConcept both = snomed("82470000").setText("Benign fasciculation syndrome");
        assertEquals(Set.of(BENIGN_FASCICULATION, FASCICULATION), EnumSet.copyOf(problems(condition(both))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No history of diabetes",
                "Family history of amyotrophic lateral sclerosis",
                "Prediabetes",
                "Diabetes insipidus",
                "Optic neuropathy",
                "Ectopic pregnancy",
                "Acute renal failure syndrome",
                "History of hypokalaemia",
                "Alcohol dependence in remission",
                "Benign neoplasm of colon",
                "Mother has multiple sclerosis",
                "Family history of muscle weakness",
                "No dysphagia",
                "Dysarthria, resolved",
                "Diplopia ruled out",
                "Fear of muscle atrophy",
                "Dental atrophy",
                "Weakness of bladder outlet",
                "Hypertension",
                "Postpartum state after normal pregnancy"
            })
    void whatIsDeniedOverARelativesOrSomethingElseIsNoProblem(String text) {
        assertEquals(List.of(), problems(condition(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Suspected ALS", "?ALS", "ALS - rule out ALS?", "Possible motor neurone disease"})
    void aSuspicionIsNamedAndNotCounted(String text) {
        assertEquals(List.of(), problems(condition(text)));
        assertEquals(List.of("motor neuron disease is only suspected there and was not counted"), why(condition(text)));
    }

    @Test
    void theChartsOwnDoubtGoesBeforeItsCode() {
        assertEquals(List.of(), problems(condition(snomed("86044005").setText("?ALS"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unconfirmed", "provisional", "differential"})
    void anUnconfirmedProblemIsNamedAndNotCounted(String status) {
        Condition condition = condition(snomed("86044005")).setVerificationStatus(verification(status));
        assertEquals(List.of(), problems(condition));
        assertEquals(List.of("motor neuron disease is only suspected there and was not counted"), why(condition));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuted", "entered-in-error"})
    void aRefutedProblemIsPassedOver(String status) {
        Condition condition = condition(snomed("86044005")).setVerificationStatus(verification(status));
        assertEquals(List.of(), problems(condition));
        assertEquals(List.of(), why(condition));
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "recurrence", "relapse"})
    void anActiveProblemCounts(String status) {
        assertEquals(List.of(DIABETES), problems(withStatus(status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "remission", "resolved"})
    void aProblemThatIsOverDoesNot(String status) {
        assertEquals(List.of(), problems(withStatus(status)));
    }

    @Test
    void withoutAStatusAProblemIsActiveUntilItEnded() {
        Condition condition = condition("Diabetes mellitus").setClinicalStatus(null);
        assertEquals(List.of(DIABETES), problems(condition));
        assertEquals(List.of(), problems(condition.setAbatement(new DateTimeType("2020"))));
    }

    @Test
    void anOperationStaysDoneWhateverItsStatus() {
        Condition surgery = condition(snomed("428892006"))
                .setClinicalStatus(coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "resolved"));
        assertEquals(List.of(NECK_SURGERY), problems(surgery));
        assertEquals(
                List.of(GUT_SURGERY),
                problems(condition("Gastric bypass").setClinicalStatus(new CodeableConcept().setText("Inactive"))));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01,true", "2026-01-30,true", "2026-01-29,false", "2019,false", "2026,true"})
    void aPregnancyCountsForFortyTwoWeeks(String onset, boolean counts) {
        Condition pregnancy = condition(snomed("77386006"));
        pregnancy.setOnset(new DateTimeType(onset));
        assertEquals(counts ? List.of(PREGNANCY) : List.of(), problems(pregnancy));
        assertEquals(counts ? 0 : 1, why(pregnancy).size());
    }

    @Test
    void aPregnancyWithoutADateCountsAndOneThatEndedDoesNot() {
        Condition pregnancy = condition(snomed("77386006"));
        assertEquals(List.of(PREGNANCY), problems(pregnancy));
        assertEquals(List.of(), problems(pregnancy.setAbatement(new DateTimeType("2026-10-01"))));
    }

    @Test
    void anElectrolyteImbalanceThatDoesNotSayWhichIsNamed() {
        assertEquals(List.of("an electrolyte imbalance that does not say which"), why(condition(snomed("105593004"))));
    }

    @Test
    void aProblemWithoutANameIsNamedUnread() {
        assertEquals(List.of("a problem without a name"), why(condition(new CodeableConcept())));
    }

    @Test
    void aDiagnosisCarriesItsReferenceAndOnset() {
        Condition condition = condition("Diabetes");
        condition.setOnset(new DateTimeType("2015-03"));
        assertEquals(
                List.of(new Diagnosis(DIABETES, new Entry("Condition/c1", on("2015-03-01")))),
                read(condition).diagnoses());
        condition.setOnset(new Period().setStartElement(new DateTimeType("2014")));
        assertEquals(
                Optional.of("2014-01-01"),
                read(condition).diagnoses().get(0).entry().date().map(Object::toString));
    }

    @Test
    void anOnsetInWordsGivesWayToTheDateOfRecording() {
        Condition condition = condition("Diabetes");
        condition.setOnset(new StringType("in childhood"));
        condition.setRecordedDateElement(new DateTimeType("2020-01-02"));
        assertEquals(
                on("2020-01-02"), read(condition).diagnoses().get(0).entry().date());
    }

    @Test
    void theDisplayOfAnotherSystemsCodeIsReadAsWords() {
        CodeableConcept icd = coded("http://hl7.org/fhir/sid/icd-10-cm", "E11.9");
        icd.getCodingFirstRep().setDisplay("Type 2 diabetes mellitus without complications");
        assertTrue(problems(condition(icd)).contains(DIABETES));
    }

    private static CodeableConcept verification(String status) {
        return coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", status);
    }

    private static Condition withStatus(String status) {
        return condition("Diabetes mellitus")
                .setClinicalStatus(coded("http://terminology.hl7.org/CodeSystem/condition-clinical", status));
    }
}
