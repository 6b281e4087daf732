package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures everything in several rounds, one source after the other in each, so that a change of the machine's mood meets
 * all alike; then writes the medians down.
 *
 * <p>Arguments: the folder to write to, and the number of rounds (default 3).
 */
public final class Bench {
    private static final int ROUNDS = 3;

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        List<Source> sources = List.of(
                new JmhSource(Judging.class, 1),
                new JmhSource(Lines.class, 1),
                new JmhSource(Lines.class, 2),
                new HttpSource(Path.of("examples/cases/potassium-2-3-benign-history/response.json")));
        Figures figures = new Figures();
        for (int round = 1; round <= rounds; round++) {
            for (Source source : sources) {
                System.out.println("round " + round + " of " + rounds + ": " + source.name());
                figures.addAll(source.measure());
            }
        }
        Path report = folder.resolve("report.md");
        Files.writeString(report, new Report(figures, rounds).markdown());
        System.out.println("written: " + report);
    }
}
