package org.fascicle.clinical.lab;

import static org.fascicle.clinical.limit.Limit.*;

import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/** Our alert limits and default reference intervals (source B.8), for one patient. */
record Ranges(Limits limits, LabContext context) {

    /** The band of a value by our alert limits alone. */
    Band alert(Analyte analyte, double value) {
        return switch (analyte) {
            case SODIUM ->
                alert(value, SODIUM_EMERGENCY_LOW, SODIUM_SAME_DAY_LOW, SODIUM_SAME_DAY_HIGH, SODIUM_EMERGENCY_HIGH);
            case POTASSIUM ->
                alert(
                        value,
                        POTASSIUM_EMERGENCY_LOW,
                        POTASSIUM_SAME_DAY_LOW,
                        POTASSIUM_SAME_DAY_HIGH,
                        POTASSIUM_EMERGENCY_HIGH);
            case CALCIUM ->
                alert(
                        value,
                        CALCIUM_EMERGENCY_LOW,
                        CALCIUM_EMERGENCY_LOW,
                        CALCIUM_SAME_DAY_HIGH,
                        CALCIUM_EMERGENCY_HIGH);
            case IONISED_CALCIUM ->
                alert(
                        value,
                        IONISED_CALCIUM_EMERGENCY_LOW,
                        IONISED_CALCIUM_EMERGENCY_LOW,
                        IONISED_CALCIUM_EMERGENCY_HIGH,
                        IONISED_CALCIUM_EMERGENCY_HIGH);
            case MAGNESIUM ->
                alert(
                        value,
                        MAGNESIUM_EMERGENCY_LOW,
                        MAGNESIUM_SAME_DAY_LOW,
                        MAGNESIUM_EMERGENCY_HIGH,
                        MAGNESIUM_EMERGENCY_HIGH);
            case PHOSPHATE -> low(value, PHOSPHATE_EMERGENCY_LOW, PHOSPHATE_SAME_DAY_LOW);
            case GLUCOSE ->
                alert(
                        value,
                        GLUCOSE_EMERGENCY_LOW,
                        GLUCOSE_EMERGENCY_LOW,
                        GLUCOSE_EMERGENCY_HIGH,
                        GLUCOSE_EMERGENCY_HIGH);
            case CREATININE -> value >= limits.of(CREATININE_SAME_DAY_HIGH) ? Band.SAME_DAY : Band.NORMAL;
            case CREATINE_KINASE -> value >= limits.of(CK_EMERGENCY) ? Band.EMERGENCY : Band.NORMAL;
            case LITHIUM -> value >= limits.of(LITHIUM_EMERGENCY) ? Band.EMERGENCY : Band.NORMAL;
            default -> Band.NORMAL;
        };
    }

    /** The interval used when the report gives none. Analytes whose interval is the laboratory's own have {@code ANY}. */
    Interval standard(Analyte analyte) {
        return switch (analyte) {
            case SODIUM -> interval(SODIUM_LOW, SODIUM_HIGH);
            case POTASSIUM -> interval(POTASSIUM_LOW, POTASSIUM_HIGH);
            case CALCIUM ->
                context.isPregnant()
                        ? interval(CALCIUM_PREGNANT_LOW, CALCIUM_PREGNANT_HIGH)
                        : interval(CALCIUM_LOW, CALCIUM_HIGH);
            case IONISED_CALCIUM -> interval(IONISED_CALCIUM_LOW, IONISED_CALCIUM_HIGH);
            case MAGNESIUM -> interval(MAGNESIUM_LOW, MAGNESIUM_HIGH);
            case PHOSPHATE -> interval(PHOSPHATE_LOW, PHOSPHATE_HIGH);
            case THYROTROPIN -> interval(TSH_LOW, TSH_HIGH);
            case CREATINE_KINASE ->
                new Interval(Double.NEGATIVE_INFINITY, limits.of(context.isMale() ? CK_UPPER_MALE : CK_UPPER_FEMALE));
            default -> Interval.ANY;
        };
    }

    private Interval interval(Limit low, Limit high) {
        return new Interval(limits.of(low), limits.of(high));
    }

    private Band alert(double value, Limit emergencyLow, Limit sameDayLow, Limit sameDayHigh, Limit emergencyHigh) {
        return low(value, emergencyLow, sameDayLow).worseOf(high(value, sameDayHigh, emergencyHigh));
    }

    private Band low(double value, Limit emergency, Limit sameDay) {
        if (value <= limits.of(emergency)) {
            return Band.EMERGENCY;
        }
        return value <= limits.of(sameDay) ? Band.SAME_DAY : Band.NORMAL;
    }

    private Band high(double value, Limit sameDay, Limit emergency) {
        if (value >= limits.of(emergency)) {
            return Band.EMERGENCY;
        }
        return value >= limits.of(sameDay) ? Band.SAME_DAY : Band.NORMAL;
    }
}
