package org.fascicle.pages.history;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Interval;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.look.Words;
import org.fascicle.pages.history.PlotView.Point;
import org.fascicle.pages.history.PlotView.Strip;
import org.fascicle.pages.visit.ClinicalWords;
import org.fascicle.pages.visit.LabWords;
import org.fascicle.pages.visit.Translated;

/** Draws each analyte that was measured more than once. */
record Plots(Words words) {
    private static final int MARGIN = 8;

    List<PlotView> of(ChartFacts chart) {
        Map<Analyte, List<LabResult>> results = chart.results().stream().collect(groupingBy(LabResult::analyte));
        return Arrays.stream(Analyte.values())
                .filter(analyte -> results.getOrDefault(analyte, List.of()).size() > 1)
                .map(analyte -> plot(analyte, results.get(analyte)))
                .toList();
    }

    private PlotView plot(Analyte analyte, List<LabResult> results) {
        List<LabResult> inOrder =
                results.stream().sorted(comparing(LabResult::taken)).toList();
        Optional<Interval> interval = interval(inOrder);
        Scale scale = Scale.of(inOrder, interval);
        List<Point> points = inOrder.stream()
                .map(result -> new Point(
                        scale.x(result),
                        scale.y(result.value()),
                        words.number(result.value()),
                        words.day(result.day()),
                        interval.filter(found -> !found.contains(result.value()))
                                .isPresent()))
                .toList();
        return new PlotView(
                ClinicalWords.capital(Translated.in(words.locale()).of(analyte.words())),
                new LabWords(words).unit(analyte),
                points,
                interval.map(scale::strip).stream().toList(),
                interval.map(this::words).orElse("–"));
    }

    /** The newest the laboratory gave. */
    private static Optional<Interval> interval(List<LabResult> inOrder) {
        return inOrder.stream()
                .flatMap(result -> result.report().interval().stream())
                .filter(found -> Double.isFinite(found.low()) || Double.isFinite(found.high()))
                .reduce((older, newer) -> newer);
    }

    private String words(Interval interval) {
        if (!Double.isFinite(interval.low())) {
            return "≤ " + words.number(interval.high());
        }
        return Double.isFinite(interval.high())
                ? words.number(interval.low()) + "–" + words.number(interval.high())
                : "≥ " + words.number(interval.low());
    }

    /** From days and values to the drawing. */
    private record Scale(long first, long last, double low, double high) {

        static Scale of(List<LabResult> inOrder, Optional<Interval> interval) {
            double[] values = Stream.concat(
                            inOrder.stream().map(LabResult::value),
                            interval.stream().flatMap(found -> Stream.of(found.low(), found.high())))
                    .mapToDouble(value -> value)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            return new Scale(
                    inOrder.get(0).day().toEpochDay(),
                    inOrder.get(inOrder.size() - 1).day().toEpochDay(),
                    values[0],
                    values[values.length - 1]);
        }

        double x(LabResult result) {
            double part = last == first ? 0.5 : (double) (result.day().toEpochDay() - first) / (last - first);
            return rounded(MARGIN + part * (PlotView.WIDTH - 2 * MARGIN));
        }

        double y(double value) {
            double part = high == low ? 0.5 : (value - low) / (high - low);
            double within = Math.max(0, Math.min(1, part));
            return rounded(PlotView.HEIGHT - MARGIN - within * (PlotView.HEIGHT - 2 * MARGIN));
        }

        Strip strip(Interval interval) {
            double top = Double.isFinite(interval.high()) ? y(interval.high()) : 0;
            double bottom = Double.isFinite(interval.low()) ? y(interval.low()) : PlotView.HEIGHT;
            return new Strip(top, rounded(bottom - top));
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
