package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How latency grows with what is stored. Stores of several sizes are open at once and are asked in turn, call by call, so
 * that a change of the machine's mood meets all alike. {@code mvn -Pbench -Dbench.main=org.fascicle.bench.Growth verify}
 * writes {@code target/bench/growth.md}.
 *
 * <p>Arguments: the folder to write to, the number of rounds, and the sizes (default: 1 000, 100 000 and 1 000 000
 * resources). A store that an earlier run has filled is used again.
 */
public final class Growth {
    private static final List<Long> SIZES = List.of(1_000L, 100_000L, 1_000_000L);

    private static final String GROWTH = "growth";

    private final Map<String, Figures> measured = new LinkedHashMap<>();

    private Growth() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve("growth"));
        int rounds = Integer.parseInt(arguments[1]);
        List<Long> sizes = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).map(Long::valueOf).toList()
                : SIZES;
        GrownStores grown = GrownStores.filled(folder, sizes);
        Growth growth = new Growth();
        for (int round = 0; round <= rounds; round++) {
            System.out.println("round " + round + " of " + rounds + (round == 0 ? " (to warm up)" : ""));
            growth.round(grown, round > 0);
        }
        Path report = folder.resolveSibling("growth.md");
        Files.writeString(report, growth.markdown(grown.stores(), rounds));
        System.out.println("written: " + report);
    }

    private void round(GrownStores grown, boolean counts) throws IOException {
        Map<GrownStore.Question, List<Double>> micros = grown.round();
        if (counts) {
            micros.forEach((question, medians) -> add(question, grown.stores(), medians));
        }
    }

    private void add(GrownStore.Question question, List<GrownStore> stores, List<Double> micros) {
        Map<String, Double> round = new TreeMap<>();
        for (int store = 0; store < stores.size(); store++) {
            round.put(stores.get(store).name(), micros.get(store));
        }
        round.put(GROWTH, micros.get(stores.size() - 1) / micros.get(0));
        measured.computeIfAbsent(question.words(), first -> new Figures()).addAll(round);
    }

    private String markdown(List<GrownStore> stores, int rounds) {
        return "# Growth\n\nMicroseconds, medians of " + rounds
                + " interleaved rounds; in brackets the slowest round over"
                + " the fastest. Growth is the largest store's figure over the smallest's, the median of the rounds.\n\n| resources |"
                + stores.stream().map(store -> " " + store.name() + " |").collect(Collectors.joining())
                + " growth |\n|---|" + "---:|".repeat(stores.size() + 1) + "\n"
                + measured.entrySet().stream()
                        .map(line -> row(line.getKey(), line.getValue(), stores))
                        .collect(Collectors.joining());
    }

    private static String row(String words, Figures figures, List<GrownStore> stores) {
        String cells = stores.stream()
                .map(store -> String.format(
                        Locale.ROOT,
                        " %,.0f (%.2f) |",
                        figures.find(store.name()).orElseThrow(),
                        figures.spread(store.name()).orElseThrow()))
                .collect(Collectors.joining());
        return "| " + words + " |" + cells
                + String.format(Locale.ROOT, " %.2f |%n", figures.find(GROWTH).orElseThrow());
    }
}
