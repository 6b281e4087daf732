package org.fascicle.clinical.limit;

import static org.fascicle.clinical.limit.Limit.*;

import java.util.ArrayList;
import java.util.List;

/** Limits that must rise in this order, or a band would be empty or overlap its neighbour. */
record Ladder(List<Limit> rungs) {

    static final List<Ladder> ALL = List.of(
            rising(
                    SODIUM_EMERGENCY_LOW,
                    SODIUM_SAME_DAY_LOW,
                    SODIUM_LOW,
                    SODIUM_HIGH,
                    SODIUM_SAME_DAY_HIGH,
                    SODIUM_EMERGENCY_HIGH),
            rising(
                    POTASSIUM_EMERGENCY_LOW,
                    POTASSIUM_SAME_DAY_LOW,
                    POTASSIUM_LOW,
                    POTASSIUM_HIGH,
                    POTASSIUM_SAME_DAY_HIGH,
                    POTASSIUM_EMERGENCY_HIGH),
            rising(CALCIUM_EMERGENCY_LOW, CALCIUM_LOW, CALCIUM_HIGH, CALCIUM_SAME_DAY_HIGH, CALCIUM_EMERGENCY_HIGH),
            rising(CALCIUM_EMERGENCY_LOW, CALCIUM_PREGNANT_LOW, CALCIUM_PREGNANT_HIGH, CALCIUM_SAME_DAY_HIGH),
            rising(MAGNESIUM_EMERGENCY_LOW, MAGNESIUM_SAME_DAY_LOW, MAGNESIUM_LOW, MAGNESIUM_HIGH),
            rising(PHOSPHATE_EMERGENCY_LOW, PHOSPHATE_SAME_DAY_LOW, PHOSPHATE_LOW, PHOSPHATE_HIGH));

    private static Ladder rising(Limit... rungs) {
        return new Ladder(List.of(rungs));
    }

    List<String> disorder(Limits limits) {
        List<String> faults = new ArrayList<>();
        for (int i = 1; i < rungs.size(); i++) {
            Limit below = rungs.get(i - 1);
            Limit above = rungs.get(i);
            if (limits.of(below) >= limits.of(above)) {
                faults.add("`%s` must be below `%s`".formatted(below.key(), above.key()));
            }
        }
        return faults;
    }
}
