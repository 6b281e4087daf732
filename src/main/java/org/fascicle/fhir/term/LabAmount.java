package org.fascicle.fhir.term;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number and every way its unit is written: the code and the text beside it, which have to agree.
 *
 * @param units empty when the chart gives none
 */
public record LabAmount(BigDecimal number, List<String> units) {
    /** More digits than these no measurement has; such numbers are not even multiplied. */
    private static final int MOST_BITS = 128;

    private static final int MOST_PLACES = 40;

    /** Longer than any unit. */
    private static final int LONGEST_UNIT = 30;

    public LabAmount {
        units = List.copyOf(units);
    }

    public static LabAmount of(BigDecimal number, Stream<String> units) {
        return new LabAmount(
                number,
                units.filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(unit -> !unit.isEmpty())
                        .toList());
    }

    /** The value in the canonical unit; empty when no unit is given, none is known, or two disagree. */
    public Optional<BigDecimal> in(LabName name) {
        if (!isMeasurable()) {
            return Optional.empty();
        }
        List<Optional<BigDecimal>> values = units.stream()
                .flatMap(unit -> Unit.find(unit).stream())
                .map(unit -> Conversions.canonical(name, number, unit))
                .toList();
        boolean agree = values.stream().allMatch(value -> isSame(value, values.get(0)));
        return agree ? values.stream().findFirst().flatMap(value -> value) : Optional.empty();
    }

    /** A pressure in mm[Hg]. */
    public Optional<BigDecimal> asPressure() {
        if (!isMeasurable()) {
            return Optional.empty();
        }
        return units.stream()
                .flatMap(unit -> Unit.find(unit).stream())
                .filter(unit -> unit.dimension() == Dimension.PRESSURE)
                .map(unit -> number.multiply(unit.size()))
                .findFirst();
    }

    /** Small enough to calculate with: a chart may hold {@code 1e999999}. */
    public boolean isMeasurable() {
        return number.unscaledValue().bitLength() <= MOST_BITS && Math.abs(number.scale()) <= MOST_PLACES;
    }

    /** As it stands in the chart. */
    public String words() {
        String digits = isMeasurable() ? number.toPlainString() : "a number";
        return units.stream()
                .findFirst()
                .filter(unit -> unit.length() <= LONGEST_UNIT)
                .map(unit -> digits + " " + unit)
                .orElse(digits);
    }

    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && one.flatMap(left -> other.map(right -> left.compareTo(right) == 0))
                        .orElse(true);
    }

    @Override
    public String toString() {
        return "LabAmount";
    }
}
