package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fascicle.bench.GrownStore.Question;

/** Stores of several sizes, asked in turn, call by call, so that a change of the machine's mood meets all alike. */
record GrownStores(List<GrownStore> stores) {
    private static final int WARM = 10;

    GrownStores {
        stores = List.copyOf(stores);
    }

    /** Fills what an earlier run has not, and asks the largest until the compiler has seen it all. */
    static GrownStores filled(Path folder, List<Long> sizes) throws IOException {
        List<GrownStore> stores = new ArrayList<>();
        for (long size : sizes) {
            stores.add(GrownStore.filled(folder, size));
        }
        try (GrownStore.Visit visit = stores.get(stores.size() - 1).open()) {
            for (Question question : Question.values()) {
                for (int call = 0; call < WARM * question.times(); call++) {
                    visit.nanos(question, call);
                }
            }
        }
        return new GrownStores(stores);
    }

    /** Medians in microseconds, one for each store. */
    Map<Question, List<Double>> round() throws IOException {
        List<GrownStore.Visit> visits = new ArrayList<>();
        Map<Question, List<Double>> micros = new EnumMap<>(Question.class);
        try {
            for (GrownStore store : stores) {
                visits.add(store.open());
            }
            for (Question question : Question.values()) {
                micros.put(question, ask(question, visits));
            }
            return micros;
        } finally {
            visits.forEach(GrownStore.Visit::close);
        }
    }

    private static List<Double> ask(Question question, List<GrownStore.Visit> visits) {
        long[][] nanos = new long[visits.size()][question.times()];
        for (int call = 0; call < question.times(); call++) {
            for (int store = 0; store < visits.size(); store++) {
                nanos[store][call] = visits.get(store).nanos(question, call);
            }
        }
        return Arrays.stream(nanos).map(GrownStores::median).toList();
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e3;
    }
}
