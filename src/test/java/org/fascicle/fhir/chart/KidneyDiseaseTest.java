package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Problem.*;
import static org.fascicle.fhir.chart.Given.condition;
import static org.fascicle.fhir.chart.Given.problems;
import static org.fascicle.fhir.chart.Given.snomed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fascicle.clinical.chart.Problem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KidneyDiseaseTest {

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void earlyKidneyDiseaseIsKidneyDiseaseOnly(String stage) {
        assertEquals(List.of(KIDNEY_DISEASE), problems(condition("Chronic kidney disease stage " + stage)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chronic kidney disease stage 3a", "CKD stage 4", "CKD G3b"})
    void fromStageThreeOnItIsAdvanced(String text) {
        assertEquals(Set.of(KIDNEY_DISEASE, ADVANCED_KIDNEY_DISEASE), EnumSet.copyOf(problems(condition(text))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CKD stage 5",
                "End-stage renal disease",
                "ESRD",
                "Dependence on renal dialysis",
                "On haemodialysis",
                "Chronic kidney disease stage V"
            })
    void stageFiveAndDialysisAreKidneyFailure(String text) {
        assertEquals(
                Set.of(KIDNEY_DISEASE, ADVANCED_KIDNEY_DISEASE, KIDNEY_FAILURE),
                EnumSet.copyOf(problems(condition(text))));
    }

    @Test
    void eachIsNamedOnce() {
        List<Problem> problems = problems(condition("End-stage renal disease, CKD stage 5"));
        assertEquals(problems.size(), EnumSet.copyOf(problems).size());
    }

    @Test
    void notOnDialysisIsNoKidneyFailure() {
        assertEquals(
                Set.of(KIDNEY_DISEASE, ADVANCED_KIDNEY_DISEASE),
                EnumSet.copyOf(problems(condition("CKD stage 4, not on dialysis"))));
    }

    @Test
    void theStageIsReadFromTheStageElementToo() {
        Condition condition = condition(snomed("709044004"));
        condition.addStage().setSummary(new CodeableConcept().setText("Stage 4"));
        assertEquals(Set.of(KIDNEY_DISEASE, ADVANCED_KIDNEY_DISEASE), EnumSet.copyOf(problems(condition)));
    }
}
