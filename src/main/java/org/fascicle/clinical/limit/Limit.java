package org.fascicle.clinical.limit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One number the rules compare with: its key in the settings file, unit, default, and the lowest and highest value a
 * hospital may give it. A value beyond the bound would let a dangerous result pass, so it is refused at start.
 *
 * <p>Alert limits are inclusive: a value exactly on one belongs to the more severe band. The ends of a reference
 * interval are themselves normal.
 */
public enum Limit {
    // Sodium, mmol/L
    SODIUM_EMERGENCY_LOW("sodium.emergency.low", "mmol/L", 120, 120, 130),
    SODIUM_SAME_DAY_LOW("sodium.same-day.low", "mmol/L", 125, 125, 132),
    SODIUM_LOW("sodium.low", "mmol/L", 133, 130, 136),
    SODIUM_HIGH("sodium.high", "mmol/L", 146, 144, 148),
    SODIUM_SAME_DAY_HIGH("sodium.same-day.high", "mmol/L", 150, 147, 150),
    SODIUM_EMERGENCY_HIGH("sodium.emergency.high", "mmol/L", 160, 151, 160),

    // Potassium, mmol/L
    POTASSIUM_EMERGENCY_LOW("potassium.emergency.low", "mmol/L", 2.5, 2.5, 2.9),
    POTASSIUM_SAME_DAY_LOW("potassium.same-day.low", "mmol/L", 3.0, 3.0, 3.4),
    POTASSIUM_LOW("potassium.low", "mmol/L", 3.5, 3.4, 3.8),
    POTASSIUM_HIGH("potassium.high", "mmol/L", 5.3, 5.0, 5.5),
    POTASSIUM_SAME_DAY_HIGH("potassium.same-day.high", "mmol/L", 6.0, 5.6, 6.0),
    POTASSIUM_EMERGENCY_HIGH("potassium.emergency.high", "mmol/L", 6.5, 6.0, 6.5),
    POTASSIUM_NO_FOOD_ADVICE("potassium.no-food-advice", "mmol/L", 5.0, 4.5, 5.0),

    // Calcium, adjusted for albumin, mmol/L
    CALCIUM_EMERGENCY_LOW("calcium.emergency.low", "mmol/L", 1.9, 1.9, 2.1),
    CALCIUM_LOW("calcium.low", "mmol/L", 2.2, 2.1, 2.25),
    CALCIUM_HIGH("calcium.high", "mmol/L", 2.6, 2.5, 2.65),
    CALCIUM_SAME_DAY_HIGH("calcium.same-day.high", "mmol/L", 3.0, 2.7, 3.0),
    CALCIUM_EMERGENCY_HIGH("calcium.emergency.high", "mmol/L", 3.5, 3.1, 3.5),
    CALCIUM_PREGNANT_LOW("calcium.pregnant.low", "mmol/L", 1.95, 1.95, 2.2),
    CALCIUM_PREGNANT_HIGH("calcium.pregnant.high", "mmol/L", 2.35, 2.3, 2.6),

    // Ionised calcium, mmol/L
    IONISED_CALCIUM_EMERGENCY_LOW("ionised-calcium.emergency.low", "mmol/L", 0.90, 0.90, 1.05),
    IONISED_CALCIUM_LOW("ionised-calcium.low", "mmol/L", 1.15, 1.10, 1.20),
    IONISED_CALCIUM_HIGH("ionised-calcium.high", "mmol/L", 1.30, 1.27, 1.35),
    IONISED_CALCIUM_EMERGENCY_HIGH("ionised-calcium.emergency.high", "mmol/L", 1.55, 1.40, 1.55),

    // Magnesium, mmol/L
    MAGNESIUM_EMERGENCY_LOW("magnesium.emergency.low", "mmol/L", 0.4, 0.4, 0.49),
    MAGNESIUM_SAME_DAY_LOW("magnesium.same-day.low", "mmol/L", 0.5, 0.5, 0.65),
    MAGNESIUM_LOW("magnesium.low", "mmol/L", 0.7, 0.65, 0.75),
    MAGNESIUM_HIGH("magnesium.high", "mmol/L", 1.0, 0.95, 1.1),
    MAGNESIUM_EMERGENCY_HIGH("magnesium.emergency.high", "mmol/L", 2.0, 1.5, 2.0),

    // Phosphate, mmol/L
    PHOSPHATE_EMERGENCY_LOW("phosphate.emergency.low", "mmol/L", 0.3, 0.3, 0.39),
    PHOSPHATE_SAME_DAY_LOW("phosphate.same-day.low", "mmol/L", 0.4, 0.4, 0.6),
    PHOSPHATE_LOW("phosphate.low", "mmol/L", 0.8, 0.7, 0.9),
    PHOSPHATE_HIGH("phosphate.high", "mmol/L", 1.5, 1.4, 1.6),

    // Glucose, mmol/L; its reference interval is the laboratory's own
    GLUCOSE_EMERGENCY_LOW("glucose.emergency.low", "mmol/L", 2.8, 2.8, 3.5),
    GLUCOSE_EMERGENCY_HIGH("glucose.emergency.high", "mmol/L", 25, 20, 25),

    // Creatinine, µmol/L
    CREATININE_SAME_DAY_HIGH("creatinine.same-day.high", "umol/L", 300, 200, 300),
    CREATININE_NOTE("creatinine.note", "umol/L", 200, 110, 200),

    // Creatine kinase, U/L
    CK_EMERGENCY("ck.emergency", "U/L", 5000, 2000, 5000),
    CK_WITH_WEAKNESS("ck.with-weakness", "U/L", 1000, 500, 1000),
    CK_UPPER_MALE("ck.upper.male", "U/L", 320, 170, 400),
    CK_UPPER_FEMALE("ck.upper.female", "U/L", 200, 140, 250),
    CK_TIMES_UPPER("ck.times-upper", "1", 5, 2, 5),

    // Thyrotropin mU/L, lithium mmol/L, kidney function mL/min/1.73 m²
    TSH_LOW("tsh.low", "mU/L", 0.35, 0.27, 0.45),
    TSH_HIGH("tsh.high", "mU/L", 5.5, 4.0, 5.5),
    LITHIUM_EMERGENCY("lithium.emergency", "mmol/L", 1.5, 1.2, 1.5),
    EGFR_NO_MAGNESIUM("egfr.no-magnesium", "mL/min/{1.73_m2}", 30, 30, 60),

    // How long a result may be reused, days
    WINDOW_ELECTROLYTES("window.electrolytes", "d", 14, 1, 30),
    WINDOW_CK("window.ck", "d", 14, 1, 30),
    WINDOW_TSH("window.tsh", "d", 90, 1, 180),
    WINDOW_B12("window.b12", "d", 180, 1, 365),
    WINDOW_VITAMIN_D("window.vitamin-d", "d", 180, 1, 365),
    WINDOW_PTH("window.pth", "d", 28, 1, 90),
    WINDOW_HBA1C("window.hba1c", "d", 60, 1, 120),
    WINDOW_OTHER("window.other", "d", 14, 1, 30),
    WINDOW_CRITICAL("window.critical", "d", 30, 30, 90),
    WINDOW_ABNORMAL("window.abnormal", "d", 365, 180, 3650),
    WINDOW_BLOOD_PRESSURE("window.blood-pressure", "d", 7, 1, 28),
    WINDOW_RESPONSE("window.response", "d", 14, 1, 30),
    WINDOW_ORDER("window.order", "d", 365, 30, 365),
    WINDOW_ACUTE_ORDER("window.acute-order", "d", 1, 0, 2),

    // Time since onset, days
    PERSISTENT("duration.persistent", "d", 14, 7, 14),
    LONG_STANDING("duration.long-standing", "d", 91, 84, 92),

    // Ages, years
    AGE_ADULT("age.adult", "a", 16, 16, 18),
    AGE_OLDER("age.older", "a", 40, 30, 40),
    AGE_RECHECK("age.recheck", "a", 50, 40, 50),
    AGE_SAFEGUARDING("age.safeguarding", "a", 18, 18, 18),

    // The rest of the history
    CAFFEINE("caffeine", "mg/d", 400, 200, 400),
    CAFFEINE_PREGNANT("caffeine.pregnant", "mg/d", 200, 100, 200),
    SLEEP("sleep", "h/night", 7, 5, 8),
    ALCOHOL("alcohol", "units/week", 14, 7, 14),
    CONCERN("concern", "{score}", 8, 5, 8),
    PREGNANCY_PRE_ECLAMPSIA("pregnancy.pre-eclampsia", "wk", 20, 18, 20),
    SYSTOLIC("blood-pressure.systolic", "mm[Hg]", 140, 130, 140),
    DIASTOLIC("blood-pressure.diastolic", "mm[Hg]", 90, 80, 90),
    NEW_MEDICINE("new-medicine", "d", 92, 92, 365);

    private static final Map<String, Limit> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Limit::key, Function.identity()));

    private final String key;
    private final String unit;
    private final double standard;
    private final double lowest;
    private final double highest;

    Limit(String key, String unit, double standard, double lowest, double highest) {
        this.key = key;
        this.unit = unit;
        this.standard = standard;
        this.lowest = lowest;
        this.highest = highest;
    }

    public static Optional<Limit> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The name in the settings file. */
    public String key() {
        return key;
    }

    /** UCUM, or the interview's own unit. */
    public String unit() {
        return unit;
    }

    /** The value used when the hospital sets none. */
    public double standard() {
        return standard;
    }

    /** The lowest value a hospital may set. */
    public double lowest() {
        return lowest;
    }

    /** The highest value a hospital may set. */
    public double highest() {
        return highest;
    }
}
