package org.fascicle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What every round measured, by name. */
final class Figures {
    private final Map<String, List<Double>> measured = new TreeMap<>();

    void addAll(Map<String, Double> round) {
        round.forEach((name, value) ->
                measured.computeIfAbsent(name, first -> new ArrayList<>()).add(value));
    }

    /** The median of all rounds; empty when it was not measured. */
    Optional<Double> find(String name) {
        return Optional.ofNullable(measured.get(name)).map(Figures::median);
    }

    /** How far the rounds lie apart, as the largest over the smallest. */
    Optional<Double> spread(String name) {
        return Optional.ofNullable(measured.get(name)).map(Figures::spread);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static double spread(List<Double> values) {
        return values.stream().max(Double::compare).orElseThrow()
                / values.stream().min(Double::compare).orElseThrow();
    }
}
