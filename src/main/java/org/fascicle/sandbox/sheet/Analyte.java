package org.fascicle.sandbox.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/**
 * Everything the laboratory found of one substance, newest first; never empty.
 *
 * @param name as the laboratory calls it
 */
public record Analyte(String name, List<Measured> results) {
    private static final int EARLIER = 3;

    public Analyte {
        results = List.copyOf(results);
    }

    /** By name; what was measured last first, and flagged before others on the same day. */
    static List<Analyte> of(List<Stored> observations) {
        Map<String, List<Measured>> byName = new LinkedHashMap<>();
        observations.stream()
                .map(stored -> stored.as(Observation.class))
                .filter(one -> one.getStatus() != ObservationStatus.ENTEREDINERROR)
                .forEach(one -> Measured.of(one)
                        .ifPresent(
                                result -> byName.computeIfAbsent(Text.of(one.getCode()), missing -> new ArrayList<>())
                                        .add(result)));
        return byName.entrySet().stream()
                .map(entry -> new Analyte(entry.getKey(), sorted(entry.getValue())))
                .sorted(Comparator.comparing((Analyte one) -> one.latest().day())
                        .reversed()
                        .thenComparing(one -> !one.latest().isFlagged()))
                .toList();
    }

    private static List<Measured> sorted(List<Measured> results) {
        return results.stream()
                .sorted(Comparator.comparing(Measured::day).reversed())
                .toList();
    }

    public Measured latest() {
        return results.get(0);
    }

    /** A few results before the latest. */
    public List<Measured> earlier() {
        return results.subList(1, Math.min(results.size(), 1 + EARLIER));
    }

    /** The course as a small drawing; empty text where there is none. */
    public Course course() {
        return Course.of(results);
    }

    @Override
    public String toString() {
        return "Analyte[" + results.size() + "]";
    }
}
