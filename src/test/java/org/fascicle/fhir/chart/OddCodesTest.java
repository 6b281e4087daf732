package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.condition;
import static org.fascicle.fhir.chart.Given.observation;
import static org.fascicle.fhir.chart.Given.quantity;
import static org.fascicle.fhir.chart.Given.result;
import static org.fascicle.fhir.chart.Given.snomed;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fascicle.clinical.lab.Analyte;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes without words, under the names that charts give the code systems. */
class OddCodesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://loinc.org",
                "http://loinc.org/",
                "https://loinc.org",
                "HTTP://LOINC.ORG",
                "http://www.loinc.org",
                "LOINC",
                "urn:oid:2.16.840.1.113883.6.1",
                "URN:OID:2.16.840.1.113883.6.1",
                "2.16.840.1.113883.6.1",
                ""
            })
    void aPotassiumIsReadByItsCodeHoweverItsSystemIsSpelled(String system) {
        Observation lab = observation(coded(system, "2823-3"));
        lab.setValue(quantity("2.3", "mmol/L"));
        assertEquals(Analyte.POTASSIUM, result(lab).analyte());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hl7.org/fhir/sid/icd-10-cm", "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "ICD-10"})
    void aProblemOfACodeSystemWeDoNotReadIsNamed(String system) {
        assertEquals(
                List.of("a problem given by a code only, and the code is not known"),
                why(condition(coded(system, "G12.2"))));
    }

    @Test
    void aProblemThatIsNoneOfOursIsNotNamed() {
        assertEquals(List.of(), why(condition("Hay fever")));
        assertEquals(List.of(), why(condition(snomed("21719001"))));
    }
}
