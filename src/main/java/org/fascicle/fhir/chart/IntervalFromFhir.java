package org.fascicle.fhir.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Interval;
import org.fascicle.fhir.term.LabAmount;
import org.fascicle.fhir.term.LabName;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;

/**
 * Reads a report's own reference interval, in the canonical unit. A range for some people only, a therapeutic one or one
 * in words is passed over: our default then stands in.
 */
record IntervalFromFhir(LabName name, LabAmount result) {

    /** The first range that can be used. */
    Optional<Interval> read(List<ObservationReferenceRangeComponent> ranges) {
        return ranges.stream()
                .filter(IntervalFromFhir::isNormalOfAnyone)
                .flatMap(range -> interval(range).stream())
                .findFirst();
    }

    private static boolean isNormalOfAnyone(ObservationReferenceRangeComponent range) {
        Concept type = Concept.of(range.getType());
        boolean isNormal = type.isEmpty()
                || Stream.concat(type.codes(), type.texts())
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith("normal"));
        return isNormal && range.getAppliesTo().isEmpty() && !range.hasAge();
    }

    private Optional<Interval> interval(ObservationReferenceRangeComponent range) {
        if (isUnreadable(range.getLow()) || isUnreadable(range.getHigh())) {
            return Optional.empty();
        }
        double low = canonical(range.getLow()).map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
        double high = canonical(range.getHigh()).map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
        boolean saysSomething = low > 0 || high < Double.POSITIVE_INFINITY;
        return saysSomething && low < high && high > 0 ? Optional.of(new Interval(low, high)) : Optional.empty();
    }

    private boolean isUnreadable(Quantity end) {
        return end.getValue() != null && canonical(end).isEmpty();
    }

    /** An end without a unit of its own is in the unit of the result. */
    private Optional<BigDecimal> canonical(Quantity end) {
        return Optional.ofNullable(end.getValue())
                .map(number -> LabAmount.of(number, Stream.of(end.getCode(), end.getUnit())))
                .map(amount -> amount.units().isEmpty() ? new LabAmount(amount.number(), result.units()) : amount)
                .flatMap(amount -> amount.in(name));
    }
}
