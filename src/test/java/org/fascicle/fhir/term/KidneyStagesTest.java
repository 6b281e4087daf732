package org.fascicle.fhir.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.fascicle.fhir.text.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KidneyStagesTest {

    @ParameterizedTest
    @CsvSource({
        "Chronic kidney disease stage 3 (disorder),3",
        "Chronic kidney disease stage 3A,3",
        "CKD stage IV,4",
        "'CKD, stage 5',5",
        "CKD 4,4",
        "CKD3b,3",
        "CKD G3b A2,3",
        "'Chronic kidney disease, stage IIIb',3",
        "Hypertensive chronic kidney disease with stage 5 chronic kidney disease or end stage renal disease,5"
    })
    void theStageIsReadFromTheName(String name, int stage) {
        assertEquals(OptionalInt.of(stage), KidneyStages.inName(Wording.of(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chronic kidney disease",
                "Chronic kidney disease, unspecified",
                "Hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease",
                "CKD 30 years"
            })
    void whereNoneIsGivenOrARangeThereIsNone(String name) {
        assertEquals(OptionalInt.empty(), KidneyStages.inName(Wording.of(name)));
    }

    @ParameterizedTest
    @CsvSource({"3,3", "Stage 4,4", "G5,5", "IV,4", "G3a,3"})
    void theStageMayStandAlone(String text, int stage) {
        assertEquals(OptionalInt.of(stage), KidneyStages.alone(Wording.of(text)));
    }
}
