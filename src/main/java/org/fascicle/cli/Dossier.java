package org.fascicle.cli;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything an export holds of one patient: the responses to be judged, and the chart.
 *
 * <p>A patient of whom it holds no chart line at all has no chart, which is not the same as one that lists nothing.
 */
final class Dossier {
    private final List<ExportLine> responses;
    private final String chart;

    private Dossier(List<ExportLine> responses, String chart) {
        this.responses = responses;
        this.chart = chart;
    }

    /**
     * @param lines of one patient, in any order
     * @param medications the Medication of a plain id as JSON, if there is one
     */
    static Dossier of(Collection<ExportLine> lines, Function<String, Stream<String>> medications) {
        List<ExportLine> sorted = lines.stream().sorted(ExportLine.BY_PLACE).toList();
        Stream<String> own = sorted.stream().filter(line -> !line.isResponse()).map(ExportLine::json);
        Stream<String> taken = sorted.stream()
                .filter(line -> !line.isResponse())
                .map(ExportLine::medication)
                .filter(id -> !id.isEmpty())
                .distinct()
                .flatMap(medications);
        String chart = Stream.concat(own, taken).map(Dossier::entry).collect(Collectors.joining(","));
        return new Dossier(sorted.stream().filter(ExportLine::isResponse).toList(), chart);
    }

    /** Each response with the chart, as one line that may be assessed by itself. */
    Stream<Line> lines() {
        return responses.stream()
                .map(response ->
                        new Line(response.place().file(), response.place().line(), submission(response)));
    }

    private String submission(ExportLine response) {
        return chart.isEmpty()
                ? response.json()
                : "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + chart + ","
                        + entry(response.json()) + "]}";
    }

    private static String entry(String resource) {
        return "{\"resource\":" + resource + "}";
    }

    @Override
    public String toString() {
        return "Dossier[" + responses.size() + " responses]";
    }
}
