package org.fascicle.clinical.limit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values in force: the defaults, with what the hospital has set for itself. Always within every bound. */
public final class Limits {
    private static final Limits STANDARD = new Limits(Map.of());

    private final double[] values = new double[Limit.values().length];

    private Limits(Map<Limit, Double> own) {
        for (Limit limit : Limit.values()) {
            values[limit.ordinal()] = own.getOrDefault(limit, limit.standard());
        }
    }

    public static Limits standard() {
        return STANDARD;
    }

    /**
     * The defaults with the hospital's own values in their place.
     *
     * @throws IllegalArgumentException naming every key that is unknown or beyond its bound, and the bound
     */
    public static Limits of(Map<String, Double> own) {
        List<String> faults = new ArrayList<>();
        Map<Limit, Double> known = new EnumMap<>(Limit.class);
        new TreeMap<>(own)
                .forEach((key, value) -> Limit.find(key)
                        .ifPresentOrElse(
                                limit -> accept(limit, value, known, faults),
                                () -> faults.add("`" + key + "` is not a limit")));
        Limits limits = new Limits(known);
        faults.addAll(limits.disorder());
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return limits;
    }

    public double of(Limit limit) {
        return values[limit.ordinal()];
    }

    /** Every value in force, by key, in the order the table lists them. */
    public Map<Limit, Double> inForce() {
        Map<Limit, Double> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            all.put(limit, of(limit));
        }
        return all;
    }

    private static void accept(Limit limit, double value, Map<Limit, Double> known, List<String> faults) {
        if (value >= limit.lowest() && value <= limit.highest()) {
            known.put(limit, value);
        } else {
            faults.add("`%s` is %s %s; it may be %s to %s"
                    .formatted(limit.key(), value, limit.unit(), limit.lowest(), limit.highest()));
        }
    }

    /** Bands must stay in order: emergency, same day, reference interval, same day, emergency. */
    private List<String> disorder() {
        List<String> faults = new ArrayList<>();
        for (Ladder ladder : Ladder.ALL) {
            faults.addAll(ladder.disorder(this));
        }
        return faults;
    }
}
