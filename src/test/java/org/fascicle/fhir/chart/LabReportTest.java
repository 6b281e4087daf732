package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.lab;
import static org.fascicle.fhir.chart.Given.quantity;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.result;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.lab.Interval;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Specimen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabReportTest {
    private static final String POTASSIUM = "2823-3";

    @ParameterizedTest
    @CsvSource({
        "HH,CRITICAL",
        "LL,CRITICAL",
        "AA,CRITICAL",
        "HU,ABNORMAL",
        "LU,ABNORMAL",
        "H,ABNORMAL",
        "L,ABNORMAL",
        "A,ABNORMAL",
        "N,NORMAL",
        "hh,CRITICAL",
        "<,ABNORMAL",
        "POS,NONE"
    })
    void theLaboratorysFlagIsRead(String code, org.fascicle.clinical.lab.Flag flag) {
        assertEquals(flag, result(flagged(code)).report().flag());
    }

    @ParameterizedTest
    @CsvSource({
        "Critical low,CRITICAL",
        "panic value,CRITICAL",
        "High,ABNORMAL",
        "not critical,NONE",
        "Abnormal,ABNORMAL",
        "Normal,NORMAL",
        "not normal,ABNORMAL",
        "HH,CRITICAL",
        "seen,NONE"
    })
    void soIsAFlagInWords(String text, org.fascicle.clinical.lab.Flag flag) {
        Observation lab = lab(POTASSIUM, "4", "mmol/L").addInterpretation(new CodeableConcept().setText(text));
        assertEquals(flag, result(lab).report().flag());
    }

    @ParameterizedTest
    @CsvSource({
        "L,Critical low,CRITICAL",
        "LL,Low,CRITICAL",
        "N,Low,ABNORMAL",
        "H,Significantly high,ABNORMAL",
        "N,Normal,NORMAL"
    })
    void ofACodeAndItsTextTheWorseCounts(String code, String text, org.fascicle.clinical.lab.Flag flag) {
        Observation lab = flagged(code);
        lab.getInterpretationFirstRep().setText(text);
        assertEquals(flag, result(lab).report().flag());
    }

    @Test
    void ofSeveralFlagsTheWorstCounts() {
        Observation lab = flagged("N");
        lab.addInterpretation(coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "LL"));
        assertEquals(
                org.fascicle.clinical.lab.Flag.CRITICAL, result(lab).report().flag());
    }

    @Test
    void theReportsOwnIntervalIsConvertedLikeTheResult() {
        Observation lab = lab("17861-6", "9.1", "mg/dL");
        lab.addReferenceRange().setLow(quantity("8", "mg/dL")).setHigh(quantity("10", "mg/dL"));
        assertEquals(
                Optional.of(new Interval(1.996, 2.495)), result(lab).report().interval());
    }

    @Test
    void anIntervalWithoutAUnitIsInTheResultsUnit() {
        Observation lab = lab("17861-6", "9.1", "mg/dL");
        lab.addReferenceRange().setLow(quantity("8", null)).setHigh(quantity("10", null));
        assertEquals(
                Optional.of(new Interval(1.996, 2.495)), result(lab).report().interval());
    }

    @Test
    void anOpenIntervalIsOpen() {
        Observation lab = lab("2157-6", "150", "U/L");
        lab.addReferenceRange().setHigh(quantity("200", "U/L"));
        assertEquals(
                Optional.of(new Interval(Double.NEGATIVE_INFINITY, 200)),
                result(lab).report().interval());
    }

    @Test
    void aRangeForSomePeopleOrForTreatmentOrInWordsIsPassedOver() {
        Observation lab = lab(POTASSIUM, "4.1", "mmol/L");
        lab.addReferenceRange()
                .setHigh(quantity("3", "mmol/L"))
                .addAppliesTo(new CodeableConcept().setText("neonates"));
        lab.addReferenceRange().setHigh(quantity("3", "mmol/L")).setType(new CodeableConcept().setText("treatment"));
        lab.addReferenceRange().setText("3.5 to 5.3");
        lab.addReferenceRange().setLow(quantity("0", "mmol/L")).setHigh(quantity("0", "mmol/L"));
        lab.addReferenceRange().setLow(quantity("3.5", "mg/dL"));
        assertEquals(Optional.empty(), result(lab).report().interval());
        lab.addReferenceRange()
                .setLow(quantity("3.5", "mmol/L"))
                .setHigh(quantity("5.3", "mmol/L"))
                .setType(coded("http://terminology.hl7.org/CodeSystem/referencerange-meaning", "normal"));
        assertEquals(Optional.of(new Interval(3.5, 5.3)), result(lab).report().interval());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Specimen haemolysed", "slight hemolysis", "HEMOLYZED sample, please repeat"})
    void haemolysisIsReadFromANote(String note) {
        Observation lab = lab(POTASSIUM, "6.6", "mmol/L");
        lab.addNote().setText(note);
        assertTrue(result(lab).report().isHaemolysed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"No haemolysis", "Sample not haemolysed", "non-hemolyzed", "Haemolysis: none", "lipaemic"})
    void aNoteThatDeniesItIsNotHaemolysis(String note) {
        Observation lab = lab(POTASSIUM, "6.6", "mmol/L");
        lab.addNote().setText(note);
        assertFalse(result(lab).report().isHaemolysed());
    }

    @Test
    void haemolysisIsReadFromTheSpecimenAndTheInterpretationToo() {
        Specimen specimen = new Specimen();
        specimen.setId("#s");
        specimen.addCondition(coded("http://terminology.hl7.org/CodeSystem/v2-0493", "HEM"));
        Observation lab = lab(POTASSIUM, "6.6", "mmol/L").setSpecimen(new Reference("#s"));
        lab.addContained(specimen);
        assertTrue(result(lab).report().isHaemolysed());
        Observation other = lab(POTASSIUM, "6.6", "mmol/L");
        other.addInterpretation(new CodeableConcept().setText("haemolysed"));
        assertTrue(result(other).report().isHaemolysed());
    }

    @Test
    void calciumTheLaboratoryCorrectedIsAdjusted() {
        assertTrue(result(lab("29265-6", "2.3", "mmol/L")).report().isAdjusted());
        assertFalse(result(lab("2000-8", "2.3", "mmol/L")).report().isAdjusted());
    }

    @ParameterizedTest
    @CsvSource({
        "2026,2026-01-01",
        "2026-11,2026-11-01",
        "2026-11-18,2026-11-18",
        "2026-11-18T23:30:00-05:00,2026-11-18",
        "2026-11-18T00:30:00+14:00,2026-11-18",
        "2026-11-18T10:00:00,2026-11-18"
    })
    void aDateIsReadAsItIsWrittenAndAPartialOneAsItsFirstDay(String written, String day) {
        Observation lab = lab(POTASSIUM, "4", "mmol/L");
        lab.setEffective(new DateTimeType(written));
        assertEquals(day, result(lab).day().toString());
    }

    @Test
    void aPeriodAnInstantAndTheDateOfIssueAreReadToo() {
        Observation period = lab(POTASSIUM, "4", "mmol/L");
        period.setEffective(new Period()
                .setStartElement(new DateTimeType("2026-11-10"))
                .setEndElement(new DateTimeType("2026-11-12")));
        assertEquals("2026-11-10", result(period).day().toString());
        Observation instant = lab(POTASSIUM, "4", "mmol/L");
        instant.setEffective(new InstantType("2026-11-11T12:00:00Z"));
        assertEquals("2026-11-11", result(instant).day().toString());
        Observation issued = lab(POTASSIUM, "4", "mmol/L");
        issued.setEffective(null);
        issued.setIssuedElement(new InstantType("2026-11-13T12:00:00Z"));
        assertEquals("2026-11-13", result(issued).day().toString());
    }

    @Test
    void aResultWithoutAnyDateIsUnread() {
        Observation lab = lab(POTASSIUM, "4", "mmol/L");
        lab.setEffective(null);
        assertEquals(List.of("potassium 4 mmol/L without a date was not used"), why(lab));
    }

    @Test
    void aResultDatedYearsAheadIsASlip() {
        Observation lab = lab(POTASSIUM, "4", "mmol/L");
        lab.setEffective(new DateTimeType("2062-11-18"));
        assertEquals(List.of("potassium 4 mmol/L is dated long after the response and was not used"), why(lab));
    }

    @Test
    void aResultNewerThanTheResponseIsUsed() {
        Observation lab = lab(POTASSIUM, "4", "mmol/L");
        lab.setEffective(new DateTimeType("2026-12-01"));
        assertEquals(1, read(lab).results().size());
    }

    private static Observation flagged(String code) {
        return lab(POTASSIUM, "4", "mmol/L")
                .addInterpretation(coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code));
    }
}
