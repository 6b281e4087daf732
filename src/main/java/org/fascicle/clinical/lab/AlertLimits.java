package org.fascicle.clinical.lab;

import static org.fascicle.clinical.limit.Limit.*;

import java.util.Map;
import java.util.Optional;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/**
 * The limits at which a value of one analyte alerts (source B.8). A value on a limit alerts; a limit that is not given
 * never does.
 */
public record AlertLimits(
        Optional<Limit> emergencyLow,
        Optional<Limit> sameDayLow,
        Optional<Limit> sameDayHigh,
        Optional<Limit> emergencyHigh) {

    private static final AlertLimits NONE =
            new AlertLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Map<Analyte, AlertLimits> TABLE = Map.of(
            Analyte.SODIUM,
                    low(SODIUM_EMERGENCY_LOW, SODIUM_SAME_DAY_LOW).high(SODIUM_SAME_DAY_HIGH, SODIUM_EMERGENCY_HIGH),
            Analyte.POTASSIUM,
                    low(POTASSIUM_EMERGENCY_LOW, POTASSIUM_SAME_DAY_LOW)
                            .high(POTASSIUM_SAME_DAY_HIGH, POTASSIUM_EMERGENCY_HIGH),
            Analyte.CALCIUM,
                    NONE.emergencyLow(CALCIUM_EMERGENCY_LOW).high(CALCIUM_SAME_DAY_HIGH, CALCIUM_EMERGENCY_HIGH),
            Analyte.IONISED_CALCIUM,
                    NONE.emergencyLow(IONISED_CALCIUM_EMERGENCY_LOW).emergencyHigh(IONISED_CALCIUM_EMERGENCY_HIGH),
            Analyte.MAGNESIUM,
                    low(MAGNESIUM_EMERGENCY_LOW, MAGNESIUM_SAME_DAY_LOW).emergencyHigh(MAGNESIUM_EMERGENCY_HIGH),
            Analyte.PHOSPHATE, low(PHOSPHATE_EMERGENCY_LOW, PHOSPHATE_SAME_DAY_LOW),
            Analyte.GLUCOSE, NONE.emergencyLow(GLUCOSE_EMERGENCY_LOW).emergencyHigh(GLUCOSE_EMERGENCY_HIGH),
            Analyte.CREATININE, NONE.sameDayHigh(CREATININE_SAME_DAY_HIGH),
            Analyte.CREATINE_KINASE, NONE.emergencyHigh(CK_EMERGENCY),
            Analyte.LITHIUM, NONE.emergencyHigh(LITHIUM_EMERGENCY));

    public static AlertLimits of(Analyte analyte) {
        return TABLE.getOrDefault(analyte, NONE);
    }

    Band band(double value, Limits limits) {
        if (isAtMost(emergencyLow, value, limits) || isAtLeast(emergencyHigh, value, limits)) {
            return Band.EMERGENCY;
        }
        boolean isSameDay = isAtMost(sameDayLow, value, limits) || isAtLeast(sameDayHigh, value, limits);
        return isSameDay ? Band.SAME_DAY : Band.NORMAL;
    }

    private static boolean isAtMost(Optional<Limit> limit, double value, Limits limits) {
        return limit.isPresent() && value <= limits.of(limit.get());
    }

    private static boolean isAtLeast(Optional<Limit> limit, double value, Limits limits) {
        return limit.isPresent() && value >= limits.of(limit.get());
    }

    private static AlertLimits low(Limit emergency, Limit sameDay) {
        return new AlertLimits(Optional.of(emergency), Optional.of(sameDay), Optional.empty(), Optional.empty());
    }

    private AlertLimits high(Limit sameDay, Limit emergency) {
        return new AlertLimits(emergencyLow, sameDayLow, Optional.of(sameDay), Optional.of(emergency));
    }

    private AlertLimits emergencyLow(Limit limit) {
        return new AlertLimits(Optional.of(limit), sameDayLow, sameDayHigh, emergencyHigh);
    }

    private AlertLimits sameDayHigh(Limit limit) {
        return new AlertLimits(emergencyLow, sameDayLow, Optional.of(limit), emergencyHigh);
    }

    private AlertLimits emergencyHigh(Limit limit) {
        return new AlertLimits(emergencyLow, sameDayLow, sameDayHigh, Optional.of(limit));
    }
}
