package org.fascicle.fhir.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Analyte;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabAmountTest {

    /** The factors of source B.8, worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "CALCIUM,8.9,mg/dL,2.220550",
        "CALCIUM,10,mg/dL,2.495",
        "CALCIUM,4.4,meq/L,2.2",
        "IONISED_CALCIUM,4.8,mg/dL,1.1976",
        "MAGNESIUM,1.7,mg/dL,0.69938",
        "MAGNESIUM,0.8,meq/L,0.4",
        "PHOSPHATE,3,mg/dL,0.9687",
        "GLUCOSE,90,mg/dL,4.995",
        "CREATININE,1.0,mg/dL,88.42",
        "CREATININE,0.1,mmol/L,100",
        "SODIUM,140,meq/L,140",
        "POTASSIUM,2.5,meq/L,2.5",
        "POTASSIUM,2500,umol/L,2.5",
        "VITAMIN_D,20,ng/mL,49.92",
        "VITAMIN_D,20,ug/L,49.92",
        "VITAMIN_B12,200,pg/mL,147.6",
        "VITAMIN_B12,200,ng/L,147.6",
        "PARATHYRIN,50,pg/mL,5.3",
        "ALBUMIN,4.0,g/dL,40",
        "ALBUMIN,40,g/L,40",
        "THYROTROPIN,2.5,m[IU]/L,2.5",
        "THYROTROPIN,2.5,u[IU]/mL,2.5",
        "CREATINE_KINASE,200,U/L,200",
        "CREATINE_KINASE,2,ukat/L,120",
        "C_REACTIVE_PROTEIN,0.5,mg/dL,5",
        "FREE_T4,1.0,ng/dL,12.87",
        "FREE_T3,3.0,pg/mL,4.608",
        "LITHIUM,1.5,meq/L,1.5",
        "DIGOXIN,1.2,ng/mL,1.2",
        "THEOPHYLLINE,12,ug/mL,12",
        "HBA1C,6.5,%,6.5",
        "HBA1C,48,mmol/mol,6.54304",
        "EGFR,58,mL/min/{1.73_m2},58"
    })
    void aNumberIsBroughtToTheCanonicalUnit(Analyte analyte, BigDecimal number, String unit, double expected) {
        assertEquals(expected, read(analyte, number, unit).orElseThrow().doubleValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "umol/L",
                "\u00B5mol/L",
                "\u03BCmol/L",
                "UMOL/L",
                "umol/l",
                "mcmol/L",
                "umol per litre",
                "umol / L",
                "umol.L-1",
                "umol*l^-1",
                "umol{creat}/L"
            })
    void oneUnitMayBeSpeltManyWays(String unit) {
        assertEquals(
                80,
                read(Analyte.CREATININE, new BigDecimal("80"), unit)
                        .orElseThrow()
                        .doubleValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mL/min/{1.73_m2}",
                "mL/min/1.73m2",
                "mL/min/1.73 m2",
                "mL/min/1.73m\u00B2",
                "ml/min/1.73m^2",
                "mL/min/(1.73.m2)",
                "mL/min",
                "mL/min/1.73 sq m",
                "ml/minute/1.73m2"
            })
    void anEstimatedFiltrationRateHasManySpellingsToo(String unit) {
        assertEquals(
                58, read(Analyte.EGFR, new BigDecimal("58"), unit).orElseThrow().doubleValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mIU/L", "mU/L", "uIU/mL", "\u00B5U/ml", "m[IU]/L", "u[iU]/mL", "mcIU/mL", "MIU/L"})
    void thyrotropinUnitsAreAllOne(String unit) {
        assertEquals(
                4,
                read(Analyte.THYROTROPIN, new BigDecimal("4"), unit)
                        .orElseThrow()
                        .doubleValue());
    }

    @ParameterizedTest
    @CsvSource({"mg/dL", "mg/dl", "MG/DL", "mg%", "mg/100mL", "mgm/dL"})
    void soAreMassUnits(String unit) {
        assertEquals(
                2.495, read(Analyte.CALCIUM, BigDecimal.TEN, unit).orElseThrow().doubleValue());
    }

    @ParameterizedTest
    @CsvSource({
        "POTASSIUM,mg/dL",
        "POTASSIUM,%",
        "POTASSIUM,U/L",
        "POTASSIUM,mmol",
        "POTASSIUM,mmol/24h",
        "POTASSIUM,foo",
        "PHOSPHATE,meq/L",
        "EGFR,mmol/L",
        "CREATINE_KINASE,mmol/L",
        "ALBUMIN,%",
        "UREA,mg/dL"
    })
    void aUnitThatIsNotOneOfTheAnalyteIsNotRead(Analyte analyte, String unit) {
        assertEquals(Optional.empty(), read(analyte, BigDecimal.ONE, unit));
    }

    @Test
    void ureaIsWeighedOnlyAsNitrogen() {
        LabName nitrogen = LabName.findByCode("3094-0").orElseThrow();
        assertEquals(
                5.355,
                new LabAmount(new BigDecimal("15"), List.of("mg/dL"))
                        .in(nitrogen)
                        .orElseThrow()
                        .doubleValue());
        assertEquals(
                Optional.empty(),
                new LabAmount(new BigDecimal("15"), List.of("mg/dL"))
                        .in(LabName.findByCode("22664-7").orElseThrow()));
    }

    @Test
    void codeAndTextOfTheUnitHaveToAgree() {
        LabName calcium = LabName.findByCode("17861-6").orElseThrow();
        assertEquals(
                Optional.empty(),
                LabAmount.of(new BigDecimal("8.9"), Stream.of("mmol/L", "mg/dL"))
                        .in(calcium));
        assertEquals(
                2.22,
                LabAmount.of(new BigDecimal("2.22"), Stream.of("mmol/L", "mmol per litre"))
                        .in(calcium)
                        .orElseThrow()
                        .doubleValue());
        assertEquals(
                2.22,
                LabAmount.of(new BigDecimal("2.22"), Stream.of("local-7", "mmol/L"))
                        .in(calcium)
                        .orElseThrow()
                        .doubleValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "1e-999999", "-1e2147483600", "0e999999999"})
    void aNumberNoLaboratoryWritesIsNotCalculatedWith(String number) {
        LabAmount amount = new LabAmount(new BigDecimal(number), List.of("mg/dL"));
        assertEquals(Optional.empty(), amount.in(LabName.findByCode("17861-6").orElseThrow()));
        assertEquals("a number mg/dL", amount.words());
    }

    @ParameterizedTest
    @EnumSource(Analyte.class)
    void everyAnalyteIsReadInItsOwnCanonicalUnit(Analyte analyte) {
        assertEquals(
                10, read(analyte, BigDecimal.TEN, analyte.unit()).orElseThrow().doubleValue());
    }

    private static Optional<BigDecimal> read(Analyte analyte, BigDecimal number, String unit) {
        return new LabAmount(number, List.of(unit)).in(new LabName(analyte, false, false));
    }
}
