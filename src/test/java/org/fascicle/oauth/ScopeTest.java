package org.fascicle.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "patient/Patient.r, patient/Patient.r",
        "user/*.cruds, user/*.cruds",
        "system/Observation.rs, system/Observation.rs",
        "patient/Condition.read, patient/Condition.rs",
        "patient/Condition.write, patient/Condition.cud",
        "patient/*.*, patient/*.cruds",
        "patient/Observation.rs?category=http://x|laboratory&code=1, patient/Observation.rs?category=http://x|laboratory&code=1"
    })
    void aScopeIsReadAndWrittenAsSmart2Says(String text, String written) {
        assertEquals(written, Scope.find(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid",
                "launch/patient",
                "online_access",
                "patient/*.dus",
                "patient/*.rr",
                "patient/*.x",
                "patient/*.",
                "patient/*",
                "patient/patient.r",
                "patient/Patient.r?",
                "Patient/Patient.r",
                "patient/Pat-ient.r",
                "*/Patient.r",
                ""
            })
    void whatIsInNoDefinedFormIsNoResourceScope(String text) {
        assertTrue(Scope.find(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "patient/*.rs, patient/Condition.r, true",
        "patient/Condition.r, patient/Condition.rs, false",
        "patient/Condition.rs, patient/Observation.r, false",
        "user/Condition.rs, patient/Condition.rs, true",
        "patient/Condition.rs, user/Condition.rs, false",
        "system/Condition.rs, patient/Condition.rs, false",
        "patient/Observation.rs, patient/Observation.rs?category=a, true",
        "patient/Observation.rs?category=a, patient/Observation.rs, false",
        "patient/Observation.rs?category=a, patient/Observation.rs?category=http://x|a, true",
        "patient/Observation.rs?category=http://x%7Ca, patient/Observation.rs?category=http://x|a, true",
        "patient/Observation.rs?category=a, patient/Observation.rs?category=b, false"
    })
    void aScopeAllowsWhatIsInIt(String granted, String asked, boolean allowed) {
        assertEquals(allowed, Scopes.parse(granted).allow(Scope.find(asked).orElseThrow()));
    }

    @Test
    void severalScopesAllowTogether() {
        Scope wanted = Scope.find("patient/Condition.crs").orElseThrow();

        assertTrue(Scopes.parse("patient/Condition.rs patient/*.c").allow(wanted));
        assertFalse(Scopes.parse("patient/Condition.rs patient/Observation.c").allow(wanted));
    }

    @Test
    void writingDoesNotImplyReading() {
        assertFalse(Scopes.parse("patient/Condition.cud")
                .allow(Scope.find("patient/Condition.r").orElseThrow()));
    }

    @Test
    void theWordsOfSmart1AreKnown() {
        assertEquals(
                "openid launch patient/Patient.read patient/Task.read patient/Task.write patient/Provenance.write",
                Scopes.parse("openid launch patient/Patient.r patient/Task.crus patient/Provenance.c")
                        .inVersion1()
                        .toString());
    }
}
