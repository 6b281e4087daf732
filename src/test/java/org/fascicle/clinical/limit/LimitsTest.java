package org.fascicle.clinical.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
    @Test
    void withoutSettingsEveryLimitHasTheValueOfTheSource() {
        assertEquals(2.5, Limits.standard().of(Limit.POTASSIUM_EMERGENCY_LOW));
        assertEquals(14, Limits.standard().of(Limit.WINDOW_ELECTROLYTES));
        assertEquals(Limit.values().length, Limits.standard().inForce().size());
    }

    @Test
    void aHospitalSetsItsOwnWithinTheBounds() {
        Limits own = Limits.of(Map.of("potassium.emergency.low", 2.7, "window.electrolytes", 7.0));
        assertEquals(2.7, own.of(Limit.POTASSIUM_EMERGENCY_LOW));
        assertEquals(7, own.of(Limit.WINDOW_ELECTROLYTES));
        assertEquals(6.5, own.of(Limit.POTASSIUM_EMERGENCY_HIGH));
    }

    /** Each loosens what would warn a clinician, by the smallest step beyond the bound. */
    @ParameterizedTest
    @CsvSource({
        "potassium.emergency.low, 2.49, 2.5",
        "potassium.emergency.high, 6.51, 6.5",
        "sodium.emergency.low, 119, 120",
        "magnesium.emergency.low, 0.39, 0.4",
        "calcium.emergency.high, 3.51, 3.5",
        "ck.emergency, 5001, 5000",
        "window.critical, 29, 30",
        "duration.persistent, 15, 14",
        "age.adult, 15, 16"
    })
    void loosenedBeyondItsBoundALimitIsRefusedAndTheBoundNamed(String key, double value, String bound) {
        String refusal = refusal(Map.of(key, value));
        assertTrue(refusal.contains("`" + key + "` is " + value), refusal);
        assertTrue(refusal.contains("it may be") && refusal.contains(bound), refusal);
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void noLimitIsAcceptedBeyondEitherBound(Limit limit) {
        refusal(Map.of(limit.key(), Math.nextDown(limit.lowest())));
        refusal(Map.of(limit.key(), Math.nextUp(limit.highest())));
        refusal(Map.of(limit.key(), Double.NaN));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        String refusal = refusal(Map.of("potassium", 3.0, "sodium.low", 12.0, "sleep", 99.0));
        assertTrue(refusal.contains("`potassium` is not a limit"), refusal);
        assertTrue(refusal.contains("`sodium.low`") && refusal.contains("`sleep`"), refusal);
    }

    @Test
    void bandsOutOfOrderAreRefused() {
        refusal(Map.of("sodium.emergency.low", 130.0, "sodium.same-day.low", 126.0));
    }

    private static String refusal(Map<String, Double> own) {
        return assertThrows(IllegalArgumentException.class, () -> Limits.of(own))
                .getMessage();
    }
}
