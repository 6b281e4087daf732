package org.fascicle.sandbox.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A course over time as points of a small drawing, 96 wide and 24 high, over the laboratory's range.
 *
 * @param points for an SVG polyline; empty when there are fewer than two numbers
 * @param bandTop where the range begins in the drawing
 * @param bandHeight 0 when the laboratory gave no range
 */
public record Course(String points, double lastX, double lastY, double bandTop, double bandHeight) {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 24;
    private static final double EDGE = 3;
    private static final Course NONE = new Course("", 0, 0, 0, 0);

    /** @param newestFirst of one substance */
    static Course of(List<Measured> newestFirst) {
        List<Measured> numbers = new ArrayList<>(
                newestFirst.stream().filter(one -> one.number().isPresent()).toList());
        Collections.reverse(numbers);
        return numbers.size() < 2 ? NONE : new Scale(numbers).draw();
    }

    public boolean isDrawn() {
        return !points.isEmpty();
    }

    /** From day and value to place. */
    private record Scale(List<Measured> results, double least, double most, long first, long last) {
        Scale(List<Measured> results) {
            this(
                    results,
                    results.stream().mapToDouble(Scale::lowest).min().orElseThrow(),
                    results.stream().mapToDouble(Scale::highest).max().orElseThrow(),
                    results.get(0).day().toEpochDay(),
                    results.get(results.size() - 1).day().toEpochDay());
        }

        private static double lowest(Measured one) {
            double value = value(one);
            return one.low().map(end -> Math.min(value, end.doubleValue())).orElse(value);
        }

        private static double highest(Measured one) {
            double value = value(one);
            return one.high().map(end -> Math.max(value, end.doubleValue())).orElse(value);
        }

        private static double value(Measured one) {
            return one.number().orElseThrow().doubleValue();
        }

        Course draw() {
            StringBuilder points = new StringBuilder();
            results.forEach(one -> points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(one), y(value(one)))));
            Measured latest = results.get(results.size() - 1);
            double top = y(end(latest.high(), most));
            double bottom = y(end(latest.low(), least));
            boolean hasRange = latest.low().isPresent() || latest.high().isPresent();
            return new Course(points.toString().strip(), x(latest), y(value(latest)), top, hasRange ? bottom - top : 0);
        }

        private static double end(Optional<java.math.BigDecimal> given, double otherwise) {
            return given.map(Number::doubleValue).orElse(otherwise);
        }

        private double x(Measured one) {
            double share = last == first ? 1 : (double) (one.day().toEpochDay() - first) / (last - first);
            return rounded(EDGE + share * (WIDTH - 2 * EDGE));
        }

        private double y(double value) {
            double share = most == least ? 0.5 : (value - least) / (most - least);
            return rounded(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE));
        }

        private static double rounded(double place) {
            return Math.round(place * 10) / 10.0;
        }
    }
}
