package org.fascicle.sandbox.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedScopeTest {
    @ParameterizedTest
    @CsvSource({
        "patient/Patient.r, See who the patient is",
        "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory, See"
                + " laboratory results",
        "patient/Observation.rs, See results",
        "patient/RiskAssessment.crus, See and write assessments",
        "patient/Provenance.c, Write who did what",
        "user/*.rs, See everything",
        "patient/CarePlan.rs, See CarePlan",
        "offline_access, Stay connected when you leave",
        "online_access, Stay connected while you are here",
    })
    void aScopeIsSaidInWordsAClinicianReads(String scope, String says) {
        assertEquals(new AskedScope(scope, says), AskedScope.of(scope));
    }
}
