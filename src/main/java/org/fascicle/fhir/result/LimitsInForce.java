package org.fascicle.fhir.result;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/**
 * The thresholds and windows that results are judged by, put in words once.
 *
 * @param digest the same digest means the same values
 * @param words every value in force with its unit, the hospital's own named first
 */
public record LimitsInForce(String digest, String words) {

    public static LimitsInForce of(Limits limits, String digest) {
        String own = words(limits, limit -> limit.getValue() != limit.getKey().standard());
        String which = own.isEmpty() ? "all as published" : "the hospital's own: " + own;
        return new LimitsInForce(
                digest,
                "Thresholds and windows " + digest + ": " + which + ". In force: " + words(limits, limit -> true)
                        + ".");
    }

    private static String words(Limits limits, Predicate<Map.Entry<Limit, Double>> wanted) {
        return limits.inForce().entrySet().stream()
                .filter(wanted)
                .map(LimitsInForce::words)
                .collect(Collectors.joining("; "));
    }

    private static String words(Map.Entry<Limit, Double> limit) {
        return limit.getKey().key() + " " + EvidenceWords.number(limit.getValue()) + " "
                + limit.getKey().unit();
    }
}
