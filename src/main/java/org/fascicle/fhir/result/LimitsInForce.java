package org.fascicle.fhir.result;

import java.util.Map;
import java.util.stream.Collectors;
import org.fascicle.clinical.limit.Limit;

/** The thresholds and windows a result was judged by: their digest, and those the hospital set for itself. */
final class LimitsInForce {
    private LimitsInForce() {}

    static String words(Judged judged) {
        String own = judged.file().limits().inForce().entrySet().stream()
                .filter(limit -> limit.getValue() != limit.getKey().standard())
                .map(LimitsInForce::words)
                .collect(Collectors.joining("; "));
        String which = own.isEmpty() ? "all as published" : "the hospital's own: " + own;
        return "Thresholds and windows " + judged.stamp().limits() + ": " + which + ".";
    }

    private static String words(Map.Entry<Limit, Double> limit) {
        return limit.getKey().key() + " " + EvidenceWords.number(limit.getValue()) + " "
                + limit.getKey().unit();
    }
}
