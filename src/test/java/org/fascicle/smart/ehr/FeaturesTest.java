package org.fascicle.smart.ehr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.fascicle.oauth.Scopes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {

    @Test
    void whatWeWantGrantsEverything() {
        assertEquals(
                EnumSet.allOf(Feature.class), Features.of(Features.wanted()).granted());
    }

    /** The last two, to create alone, are for what stands in where an EHR takes no RiskAssessment or no orders. */
    @Test
    void whatWeWantIsThisAndNoMore() {
        assertEquals(
                "patient/Patient.r patient/Encounter.r"
                        + " patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory"
                        + " patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs"
                        + " patient/Condition.rs patient/MedicationRequest.rs patient/MedicationStatement.rs"
                        + " patient/DiagnosticReport.rs patient/Procedure.rs patient/ServiceRequest.crus"
                        + " patient/QuestionnaireResponse.crus patient/RiskAssessment.crus patient/RequestGroup.crus"
                        + " patient/Task.crus patient/Provenance.crs"
                        + " patient/Observation.crus?category=http://terminology.hl7.org/CodeSystem/observation-category|survey"
                        + " patient/DocumentReference.crus",
                Features.wanted().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient/*.cruds", "user/*.cruds", "patient/*.*", "patient/*.read patient/*.write"})
    void widerScopesGrantEverything(String scope) {
        assertTrue(Features.of(Scopes.parse(scope)).missing().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void nothingIsGrantedByNothing(Feature feature) {
        assertFalse(Features.of(Scopes.parse("openid launch")).allow(feature));
    }

    @ParameterizedTest
    @CsvSource({
        "patient/Observation.rs?category=laboratory, SEE_RESULTS, true",
        "patient/Observation.rs?category=laboratory, SEE_VITAL_SIGNS, false",
        "patient/Observation.rs, SEE_VITAL_SIGNS, true",
        "patient/Observation.r patient/Observation.s, SEE_RESULTS, true",
        "patient/Observation.r, SEE_RESULTS, false",
        "patient/Observation.sr, SEE_RESULTS, false",
        "patient/Condition.rs?category=problem-list-item, SEE_PROBLEMS, true",
        "patient/Condition.read, SEE_PROBLEMS, true",
        "patient/ServiceRequest.rs, SEE_ORDERS, true",
        "patient/ServiceRequest.rs, SAVE_ORDERS, false",
        "patient/ServiceRequest.crus, SAVE_ORDERS, false",
        "patient/RiskAssessment.write, SAVE_RESULT, false",
        "patient/RiskAssessment.write patient/RiskAssessment.read, SAVE_RESULT, true",
        "system/Patient.r, SEE_PATIENT, false",
        "user/Patient.r, SEE_PATIENT, true"
    })
    void aFeatureTakesAllOfItsScopes(String scope, Feature feature, boolean granted) {
        assertEquals(granted, Features.of(Scopes.parse(scope)).allow(feature));
    }

    @Test
    void whatIsMissingIsNamed() {
        Features features = Features.of(Scopes.parse("patient/*.read"));

        assertEquals(
                Set.of(
                        Feature.SAVE_INTERVIEW,
                        Feature.SAVE_RESULT,
                        Feature.SAVE_ORDERS,
                        Feature.SAVE_TASKS,
                        Feature.SAVE_PROVENANCE,
                        Feature.SAVE_OBSERVATION,
                        Feature.SAVE_DOCUMENT),
                features.missing());
    }
}
