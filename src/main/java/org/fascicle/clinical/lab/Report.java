package org.fascicle.clinical.lab;

import java.util.Optional;

/**
 * What the laboratory said beside the number.
 *
 * @param isFinal false while preliminary: it then never reassures
 * @param flag the report's interpretation
 * @param interval the report's own reference interval, when given
 * @param isHaemolysed the sample was haemolysed, so the value may mislead
 * @param isAdjusted a calcium that is already corrected for albumin
 */
public record Report(
        boolean isFinal, Flag flag, Optional<Interval> interval, boolean isHaemolysed, boolean isAdjusted) {

    /** A final result with no flag, no interval and no comment. */
    public static final Report PLAIN = new Report(true, Flag.NONE, Optional.empty(), false, false);
}
