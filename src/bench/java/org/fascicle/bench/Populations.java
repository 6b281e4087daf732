package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.testing.Export;

/**
 * How many lines a second the command line assesses of exports of several sizes, with one thread and with two, in 256 MiB.
 * {@code mvn -Pbench -Dbench.main=org.fascicle.bench.Populations verify} writes {@code target/bench/populations.md}.
 *
 * <p>Arguments: the folder to write to, the number of rounds, and the sizes (default: 10 000, 100 000 and 1 000 000
 * responses, of which the last needs some 40 GB of disk).
 */
public final class Populations {
    private static final long[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int[] THREADS = {1, 2};

    private final Figures figures = new Figures();
    private final List<String> rows = new ArrayList<>();

    private Populations() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve("populations"));
        int rounds = Integer.parseInt(arguments[1]);
        long[] sizes = arguments.length > 2
                ? Stream.of(arguments).skip(2).mapToLong(Long::parseLong).toArray()
                : SIZES;
        Populations populations = new Populations();
        for (int round = 1; round <= rounds; round++) {
            for (long size : sizes) {
                populations.round(folder.resolve("export-" + size), (int) size);
            }
        }
        Path report = folder.resolveSibling("populations.md");
        Files.writeString(report, populations.markdown(rounds));
        System.out.println("written: " + report);
    }

    private void round(Path folder, int size) throws IOException, InterruptedException {
        Export export = Files.exists(folder.resolve("charts/Patient.ndjson"))
                ? new Export(folder.resolve("QuestionnaireResponse.ndjson"), folder.resolve("charts"), List.of())
                : Export.random(folder, size);
        for (int threads : THREADS) {
            String name = String.format(Locale.ROOT, "%,d with %d threads", size, threads);
            AssessProcess.Cost cost = AssessProcess.run(export, folder.resolve("results.ndjson"), threads);
            System.out.println(name + ": " + cost);
            figures.addAll(Map.of(
                    name + " seconds", size / cost.seconds(),
                    name + " processor", size / cost.processorSeconds(),
                    name + " memory", (double) cost.mebibytes()));
            if (!rows.contains(name)) {
                rows.add(name);
            }
        }
    }

    private String markdown(int rounds) {
        return "# Populations\n\nMedians of " + rounds
                + " interleaved rounds, each in a process of its own with a heap of"
                + " at most 256 MiB; the spread is the fastest round over the slowest.\n\n"
                + "| lines | lines a second | spread | lines a second of processor time | memory at most, MiB |\n"
                + "|---|---:|---:|---:|---:|\n"
                + rows.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %,.0f | %,.0f |%n",
                name,
                figures.find(name + " seconds").orElseThrow(),
                figures.spread(name + " seconds").orElseThrow(),
                figures.find(name + " processor").orElseThrow(),
                figures.find(name + " memory").orElseThrow());
    }
}
