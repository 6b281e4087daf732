package org.fascicle.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.ChartFacts.Tests;

/** Every chart that is a given one with one entry less. */
final class SmallerCharts {
    private SmallerCharts() {}

    static Stream<ChartFacts> of(ChartFacts chart) {
        Tests tests = chart.tests();
        return Stream.of(
                        less(chart.diagnoses())
                                .map(less -> new ChartFacts(
                                        less,
                                        chart.medicines(),
                                        chart.results(),
                                        tests,
                                        chart.orders(),
                                        chart.unread(),
                                        chart.withheld())),
                        less(chart.medicines())
                                .map(less -> new ChartFacts(
                                        chart.diagnoses(),
                                        less,
                                        chart.results(),
                                        tests,
                                        chart.orders(),
                                        chart.unread(),
                                        chart.withheld())),
                        less(chart.results())
                                .map(less -> new ChartFacts(
                                        chart.diagnoses(),
                                        chart.medicines(),
                                        less,
                                        tests,
                                        chart.orders(),
                                        chart.unread(),
                                        chart.withheld())),
                        less(tests).map(less -> with(chart, less)),
                        less(chart.unread())
                                .map(less -> new ChartFacts(
                                        chart.diagnoses(),
                                        chart.medicines(),
                                        chart.results(),
                                        tests,
                                        chart.orders(),
                                        less,
                                        chart.withheld())),
                        less(chart.orders())
                                .map(less -> new ChartFacts(
                                        chart.diagnoses(),
                                        chart.medicines(),
                                        chart.results(),
                                        tests,
                                        less,
                                        chart.unread(),
                                        chart.withheld())))
                .flatMap(part -> part);
    }

    private static Stream<Tests> less(Tests tests) {
        Stream<Tests> withoutStudy = less(tests.electrodiagnoses()).map(less -> new Tests(less, tests.bloodPressure()));
        Stream<Tests> withoutPressure =
                tests.bloodPressure().stream().map(pressure -> new Tests(tests.electrodiagnoses(), Optional.empty()));
        return Stream.concat(withoutStudy, withoutPressure);
    }

    private static ChartFacts with(ChartFacts chart, Tests tests) {
        return new ChartFacts(
                chart.diagnoses(),
                chart.medicines(),
                chart.results(),
                tests,
                chart.orders(),
                chart.unread(),
                chart.withheld());
    }

    private static <T> Stream<List<T>> less(List<T> all) {
        return IntStream.range(0, all.size())
                .mapToObj(left -> IntStream.range(0, all.size())
                        .filter(place -> place != left)
                        .mapToObj(all::get)
                        .toList());
    }
}
