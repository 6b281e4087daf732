package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How latency grows with what is stored. Stores of several sizes are open at once and are asked in turn, call by call, so
 * that a change of the machine's mood meets all alike. {@code mvn -Pbench -Dbench.main=org.fascicle.bench.Growth verify}
 * writes {@code target/bench/growth.md}.
 *
 * <p>Arguments: the folder to write to, the number of rounds, and the sizes (default: 1 000, 100 000 and 1 000 000
 * resources). A store that an earlier run has filled is used again.
 */
public final class Growth {
    private static final long[] SIZES = {1_000, 100_000, 1_000_000};

    private final Map<String, Figures> measured = new LinkedHashMap<>();

    private Growth() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve("growth"));
        int rounds = Integer.parseInt(arguments[1]);
        long[] sizes = arguments.length > 2
                ? LongStream.range(2, arguments.length)
                        .map(i -> Long.parseLong(arguments[(int) i]))
                        .toArray()
                : SIZES;
        List<GrownStore> stores = new ArrayList<>();
        for (long size : sizes) {
            stores.add(GrownStore.filled(folder, size));
        }
        Growth growth = new Growth();
        for (int round = 0; round <= rounds; round++) {
            System.out.println("round " + round + " of " + rounds + (round == 0 ? " (to warm up)" : ""));
            growth.round(stores, round);
        }
        Path report = folder.resolveSibling("growth.md");
        Files.writeString(report, growth.markdown(stores, rounds));
        System.out.println("written: " + report);
    }

    private void round(List<GrownStore> stores, int round) throws IOException {
        List<GrownStore.Visit> visits = new ArrayList<>();
        try {
            for (GrownStore store : stores) {
                visits.add(store.open(round));
            }
            for (GrownStore.Question question : GrownStore.Question.values()) {
                long[][] nanos = new long[visits.size()][question.times()];
                for (int call = 0; call < question.times(); call++) {
                    for (int store = 0; store < visits.size(); store++) {
                        nanos[store][call] = visits.get(store).nanos(question, call);
                    }
                }
                for (int store = 0; round > 0 && store < visits.size(); store++) {
                    add(question, stores.get(store), median(nanos[store]));
                }
            }
        } finally {
            for (GrownStore.Visit visit : visits) {
                visit.close();
            }
        }
    }

    private void add(GrownStore.Question question, GrownStore store, double micros) {
        measured.computeIfAbsent(question.words(), first -> new Figures()).addAll(Map.of(store.name(), micros));
    }

    private static double median(long[] nanos) {
        java.util.Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e3;
    }

    private String markdown(List<GrownStore> stores, int rounds) {
        return "# Growth\n\nMicroseconds, medians of " + rounds
                + " interleaved rounds; in brackets the slowest round over"
                + " the fastest. The last column is the largest store's figure over the smallest's.\n\n| resources |"
                + stores.stream().map(store -> " " + store.name() + " |").collect(Collectors.joining())
                + " growth |\n|---|" + "---:|".repeat(stores.size() + 1) + "\n"
                + measured.entrySet().stream()
                        .map(line -> row(line.getKey(), line.getValue(), stores))
                        .collect(Collectors.joining());
    }

    private static String row(String words, Figures figures, List<GrownStore> stores) {
        List<Double> medians = stores.stream()
                .map(store -> figures.find(store.name()).orElseThrow())
                .toList();
        String cells = stores.stream()
                .map(store -> String.format(
                        Locale.ROOT,
                        " %,.0f (%.2f) |",
                        figures.find(store.name()).orElseThrow(),
                        figures.spread(store.name()).orElseThrow()))
                .collect(Collectors.joining());
        return "| " + words + " |" + cells
                + String.format(Locale.ROOT, " %.2f |%n", medians.get(medians.size() - 1) / medians.get(0));
    }
}
