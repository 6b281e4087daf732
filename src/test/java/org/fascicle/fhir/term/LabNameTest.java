package org.fascicle.fhir.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.fhir.text.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabNameTest {

    /** Source D.1, every code marked V or V(c), and the ionised calcium of C.8.32. */
    @ParameterizedTest
    @CsvSource({
        "2951-2,SODIUM",
        "2947-0,SODIUM",
        "2823-3,POTASSIUM",
        "6298-4,POTASSIUM",
        "17861-6,CALCIUM",
        "2000-8,CALCIUM",
        "29265-6,CALCIUM",
        "49765-1,CALCIUM",
        "1995-0,IONISED_CALCIUM",
        "1994-3,IONISED_CALCIUM",
        "17864-0,IONISED_CALCIUM",
        "12180-6,IONISED_CALCIUM",
        "19123-9,MAGNESIUM",
        "2601-3,MAGNESIUM",
        "21377-7,MAGNESIUM",
        "2777-1,PHOSPHATE",
        "14879-1,PHOSPHATE",
        "2160-0,CREATININE",
        "14682-9,CREATININE",
        "3094-0,UREA",
        "22664-7,UREA",
        "14937-7,UREA",
        "62238-1,EGFR",
        "33914-3,EGFR",
        "2345-7,GLUCOSE",
        "14749-6,GLUCOSE",
        "1558-6,GLUCOSE",
        "4548-4,HBA1C",
        "17856-6,HBA1C",
        "2157-6,CREATINE_KINASE",
        "3016-3,THYROTROPIN",
        "11579-0,THYROTROPIN",
        "11580-8,THYROTROPIN",
        "3024-7,FREE_T4",
        "14920-3,FREE_T4",
        "14928-6,FREE_T3",
        "62292-8,VITAMIN_D",
        "1989-3,VITAMIN_D",
        "68438-1,VITAMIN_D",
        "35365-6,VITAMIN_D",
        "2132-9,VITAMIN_B12",
        "2731-8,PARATHYRIN",
        "1751-7,ALBUMIN",
        "1988-5,C_REACTIVE_PROTEIN",
        "4537-7,SEDIMENTATION_RATE",
        "14334-7,LITHIUM",
        "4049-3,THEOPHYLLINE",
        "10535-3,DIGOXIN",
        "1963-8,BICARBONATE",
        "2075-0,CHLORIDE"
    })
    void everyVerifiedCodeIsReadAsItsAnalyte(String code, Analyte analyte) {
        assertEquals(Optional.of(analyte), LabName.findByCode(code).map(LabName::analyte));
    }

    @ParameterizedTest
    @ValueSource(strings = {"98979-8", "14685-0", "14866-4", "68524-8", "2828-2", "", "2823"})
    void anUnverifiedCodeIsNot(String code) {
        assertEquals(Optional.empty(), LabName.findByCode(code));
    }

    @ParameterizedTest
    @EnumSource(Analyte.class)
    void everyAnalyteHasACode(Analyte analyte) {
        assertTrue(!AnalyteCodes.of(analyte).isEmpty());
    }

    @Test
    void onlyTheCorrectedCalciumIsAdjusted() {
        assertTrue(LabName.findByCode("29265-6").orElseThrow().isAdjusted());
        assertTrue(!LabName.findByCode("2000-8").orElseThrow().isAdjusted());
        assertTrue(
                LabName.findByText(Wording.of("Adjusted calcium")).orElseThrow().isAdjusted());
        assertTrue(!LabName.findByText(Wording.of("Calcium")).orElseThrow().isAdjusted());
    }

    @ParameterizedTest
    @CsvSource({
        "Potassium,POTASSIUM",
        "SERUM POTASSIUM,POTASSIUM",
        "Potassium level,POTASSIUM",
        "K,POTASSIUM",
        "K+,POTASSIUM",
        "'Potassium, serum',POTASSIUM",
        "Potassium [Moles/volume] in Blood,POTASSIUM",
        "Serum potassium measurement (procedure),POTASSIUM",
        "Sodium,SODIUM",
        "Calcium,CALCIUM",
        "Total calcium,CALCIUM",
        "Calcium [Mass/volume] corrected for albumin in Serum or Plasma,CALCIUM",
        "Ionised calcium,IONISED_CALCIUM",
        "Calcium.ionized [Moles/volume] in Blood,IONISED_CALCIUM",
        "Magnesium,MAGNESIUM",
        "Glucose [Mass/volume] in Blood,GLUCOSE",
        "Urea nitrogen [Mass/volume] in Blood,UREA",
        "BUN,UREA",
        "TSH,THYROTROPIN",
        "Thyrotropin [Units/volume] in Serum or Plasma,THYROTROPIN",
        "Free T4,FREE_T4",
        "Haemoglobin A1c,HBA1C",
        "Hemoglobin A1c/Hemoglobin.total in Blood,HBA1C",
        "Creatine kinase [Enzymatic activity/volume] in Serum or Plasma,CREATINE_KINASE",
        "25-hydroxyvitamin D3+D2 [Mass/volume] in Serum or Plasma,VITAMIN_D",
        "'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)',EGFR",
        "Glucose [Mass/volume] in Capillary blood by Glucometer,GLUCOSE",
        "Glucose POC,GLUCOSE",
        "eGFR,EGFR"
    })
    void aNameIsReadWithOrWithoutItsSpecimen(String text, Analyte analyte) {
        assertEquals(Optional.of(analyte), LabName.findByText(Wording.of(text)).map(LabName::analyte));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Urine potassium",
                "Potassium [Moles/volume] in Urine",
                "Potassium and sodium",
                "Potassium chloride 10 mmol",
                "Creatine kinase MB",
                "Creatinine clearance",
                "Glucose tolerance test 2h",
                "Calcium oxalate crystals",
                "Alkaline phosphatase",
                "Prealbumin",
                ""
            })
    void anotherThingThatHoldsTheNameIsNotRead(String text) {
        assertEquals(Optional.empty(), LabName.findByText(Wording.of(text)));
    }

    @ParameterizedTest
    @CsvSource({"'Potassium, venous gas analyser',POTASSIUM", "Fasting plasma glucose (point of care),GLUCOSE"})
    void aNameThatHoldsOneOfOursIsSimilar(String text, Analyte analyte) {
        assertEquals(Optional.of(analyte), AnalyteNames.similar(Wording.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Urine potassium", "Calcium oxalate crystals", "CSF glucose", "Albumin/Creatinine ratio"})
    void anotherSpecimenIsNotEvenSimilar(String text) {
        assertEquals(Optional.empty(), AnalyteNames.similar(Wording.of(text)));
    }
}
