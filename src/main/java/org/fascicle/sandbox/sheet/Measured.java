package org.fascicle.sandbox.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;

/**
 * One result.
 *
 * @param text the value with its unit, or what the laboratory said instead
 * @param number the value, when it is one
 * @param low the lower end of the laboratory's own range
 * @param high its upper end
 * @param flag {@code L}, {@code H}, {@code LL} …: the laboratory's, else by its range; empty when the value is in it
 */
public record Measured(
        LocalDate day,
        String text,
        Optional<BigDecimal> number,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        String flag) {

    /** Empty for what has no day. */
    static Optional<Measured> of(Observation observation) {
        return Day.of((Object) observation.getEffective()).map(day -> on(day, observation));
    }

    private static Measured on(LocalDate day, Observation observation) {
        Optional<Quantity> value = observation.getValue() instanceof Quantity quantity && quantity.hasValue()
                ? Optional.of(quantity)
                : Optional.empty();
        Optional<BigDecimal> number = value.map(Quantity::getValue);
        ObservationReferenceRangeComponent range = observation.getReferenceRangeFirstRep();
        Optional<BigDecimal> low = Optional.ofNullable(range.getLow().getValue());
        Optional<BigDecimal> high = Optional.ofNullable(range.getHigh().getValue());
        return new Measured(day, text(observation, value), number, low, high, flag(observation, number, low, high));
    }

    private static String text(Observation observation, Optional<Quantity> value) {
        return value.map(quantity ->
                        comparator(quantity) + quantity.getValue().toPlainString() + " " + Text.or(quantity.getUnit()))
                .orElseGet(() -> words(observation));
    }

    private static String comparator(Quantity quantity) {
        return quantity.hasComparator() ? quantity.getComparator().toCode() + " " : "";
    }

    private static String words(Observation observation) {
        if (observation.getValue() instanceof CodeableConcept concept) {
            return Text.of(concept);
        }
        return observation.hasValue() && observation.getValue().isPrimitive()
                ? Text.or(observation.getValue().primitiveValue())
                : "see report";
    }

    private static String flag(
            Observation observation, Optional<BigDecimal> number, Optional<BigDecimal> low, Optional<BigDecimal> high) {
        Coding given = observation.getInterpretationFirstRep().getCodingFirstRep();
        if (given.hasCode()) {
            return given.getCode().equals("N") ? "" : given.getCode();
        }
        boolean isLow = number.flatMap(value -> low.map(end -> value.compareTo(end) < 0))
                .orElse(false);
        boolean isHigh = number.flatMap(value -> high.map(end -> value.compareTo(end) > 0))
                .orElse(false);
        return isLow ? "L" : isHigh ? "H" : "";
    }

    /** The laboratory's range in words: {@code 3.5–5.3}. */
    public String range() {
        if (low.isPresent() && high.isPresent()) {
            return low.get().toPlainString() + "–" + high.get().toPlainString();
        }
        return low.map(end -> "≥ " + end.toPlainString())
                .or(() -> high.map(end -> "≤ " + end.toPlainString()))
                .orElse("");
    }

    public boolean isFlagged() {
        return !flag.isEmpty();
    }

    @Override
    public String toString() {
        return "Measured[]";
    }
}
