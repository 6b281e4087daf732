package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.lab;
import static org.fascicle.fhir.chart.Given.namedLab;
import static org.fascicle.fhir.chart.Given.observation;
import static org.fascicle.fhir.chart.Given.quantity;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.result;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fascicle.clinical.lab.Analyte;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabNamesTest {
    private static final String POTASSIUM = "2823-3";

    @Test
    void severalCodesOfOneAnalyteAreOneResult() {
        Observation lab = lab(POTASSIUM, "4", "mmol/L");
        lab.getCode()
                .addCoding(new Coding().setSystem("http://loinc.org").setCode("6298-4"))
                .addCoding(new Coding().setSystem("urn:local").setCode("K").setDisplay("KALIUM"))
                .addCoding(new Coding());
        assertEquals(Analyte.POTASSIUM, result(lab).analyte());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Kalium; POTASSIUM",
                "Natrium; SODIUM",
                "Calcium (albumin corrected); CALCIUM",
                "Calcium, ionized, whole blood; IONISED_CALCIUM"
            })
    void whatLaboratoriesAlsoCallItIsRead(String name, Analyte analyte) {
        Observation lab = namedLab(name, analyte == Analyte.SODIUM ? "140" : "2.3", "mmol/L");
        assertEquals(analyte, result(lab).analyte());
        assertEquals(analyte == Analyte.CALCIUM, result(lab).report().isAdjusted());
    }

    @Test
    void codesOfTwoAnalytesAreUnread() {
        Observation lab = lab(POTASSIUM, "4", "mmol/L");
        lab.getCode().addCoding(new Coding().setSystem("http://loinc.org").setCode("2951-2"));
        assertEquals(List.of(), read(lab).results());
        assertEquals(List.of("its codes or names are of more than one analyte"), why(lab));
    }

    @ParameterizedTest
    @CsvSource({"urn:oid:2.16.840.1.113883.6.1", "https://loinc.org", "http://loinc.org/"})
    void loincByAnotherNameIsLoinc(String system) {
        Observation lab = observation(coded(system, POTASSIUM));
        lab.setValue(quantity("4", "mmol/L"));
        assertEquals(Analyte.POTASSIUM, result(lab).analyte());
    }

    @Test
    void aLoincCodeWithoutASystemIsRead() {
        Observation lab = observation(new CodeableConcept().addCoding(new Coding().setCode(POTASSIUM)));
        lab.setValue(quantity("4", "mmol/L"));
        assertEquals(Analyte.POTASSIUM, result(lab).analyte());
    }

    @Test
    void aResultByNameAloneIsRead() {
        assertEquals(
                Analyte.POTASSIUM,
                result(namedLab("Serum potassium", "2.3", "mmol/L")).analyte());
    }

    @Test
    void aNameUnderAnUnknownLoincCodeIsReadOnlyWithItsSpecimen() {
        Observation blood = namedLab("K", "4", "mmol/L");
        blood.getCode()
                .addCoding(new Coding()
                        .setSystem("http://loinc.org")
                        .setCode("77142-8")
                        .setDisplay("Potassium [Moles/volume] in Serum or Plasma"));
        assertEquals(Analyte.POTASSIUM, result(blood).analyte());
        Observation unclear = namedLab("Potassium", "40", "mmol/L");
        unclear.getCode().addCoding(new Coding().setSystem("http://loinc.org").setCode("2828-2"));
        assertEquals(List.of("it looks like a result for potassium, but its code is not known"), why(unclear));
    }

    @Test
    void anotherSpecimenIsPassedOver() {
        Observation urine = namedLab("Potassium", "40", "mmol/L");
        urine.setSpecimen(new Reference().setDisplay("Urine"));
        assertEquals(List.of(), read(urine).results());
        assertEquals(List.of(), why(urine));
        assertEquals(List.of(), why(namedLab("Urine sodium", "40", "mmol/L")));
        Observation plasma = namedLab("Potassium", "4", "mmol/L");
        plasma.setSpecimen(new Reference().setDisplay("Plasma (lithium heparin)"));
        assertEquals(Analyte.POTASSIUM, result(plasma).analyte());
    }

    @Test
    void somethingSimilarIsNamedOnlyWhenItHasANumber() {
        assertEquals(1, why(namedLab("Potassium, point of care", "4", "mmol/L")).size());
        Observation advice = observation(new CodeableConcept().setText("Potassium rich food advised"));
        advice.setValue(new BooleanType(true));
        assertEquals(List.of(), why(advice));
    }

    @Test
    void aResultAboutTheFetusIsNotThePatients() {
        Observation lab = lab(POTASSIUM, "2", "mmol/L");
        lab.addFocus(new Reference("Patient/fetus"));
        assertEquals(List.of("potassium 2 mmol/L is not about the patient and was not used"), why(lab));
    }

    @Test
    void theSameResultTwiceIsReadOnceInItsNewestVersion() {
        Observation first = lab(POTASSIUM, "4", "mmol/L");
        first.getMeta().setVersionId("1");
        Observation second = lab(POTASSIUM, "2.4", "mmol/L");
        second.getMeta().setVersionId("2");
        assertEquals(2.4, result(second, first).value());
        assertEquals(2.4, result(first, second).value());
    }
}
