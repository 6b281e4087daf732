package org.fascicle.clinical.lab;

import static org.fascicle.clinical.limit.Limit.*;

import java.util.Map;
import java.util.Optional;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/**
 * The ends of the reference interval used when a report gives none (source B.8). An analyte whose interval is the
 * laboratory's own has no ends here.
 */
public record UsualLimits(Optional<Limit> low, Optional<Limit> high) {

    private static final UsualLimits NONE = new UsualLimits(Optional.empty(), Optional.empty());
    private static final UsualLimits CALCIUM_IN_PREGNANCY = between(CALCIUM_PREGNANT_LOW, CALCIUM_PREGNANT_HIGH);
    private static final UsualLimits CREATINE_KINASE_OF_MEN = below(CK_UPPER_MALE);

    private static final Map<Analyte, UsualLimits> TABLE = Map.of(
            Analyte.SODIUM, between(SODIUM_LOW, SODIUM_HIGH),
            Analyte.POTASSIUM, between(POTASSIUM_LOW, POTASSIUM_HIGH),
            Analyte.CALCIUM, between(CALCIUM_LOW, CALCIUM_HIGH),
            Analyte.IONISED_CALCIUM, between(IONISED_CALCIUM_LOW, IONISED_CALCIUM_HIGH),
            Analyte.MAGNESIUM, between(MAGNESIUM_LOW, MAGNESIUM_HIGH),
            Analyte.PHOSPHATE, between(PHOSPHATE_LOW, PHOSPHATE_HIGH),
            Analyte.THYROTROPIN, between(TSH_LOW, TSH_HIGH),
            Analyte.CREATINE_KINASE, below(CK_UPPER_FEMALE));

    public static UsualLimits of(Analyte analyte, boolean isPregnant, boolean isMale) {
        if (analyte == Analyte.CALCIUM && isPregnant) {
            return CALCIUM_IN_PREGNANCY;
        }
        if (analyte == Analyte.CREATINE_KINASE && isMale) {
            return CREATINE_KINASE_OF_MEN;
        }
        return TABLE.getOrDefault(analyte, NONE);
    }

    Interval interval(Limits limits) {
        return new Interval(
                low.map(limits::of).orElse(Double.NEGATIVE_INFINITY),
                high.map(limits::of).orElse(Double.POSITIVE_INFINITY));
    }

    private static UsualLimits between(Limit low, Limit high) {
        return new UsualLimits(Optional.of(low), Optional.of(high));
    }

    private static UsualLimits below(Limit high) {
        return new UsualLimits(Optional.empty(), Optional.of(high));
    }
}
