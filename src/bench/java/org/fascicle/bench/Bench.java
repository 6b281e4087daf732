package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures everything in several rounds, one source after the other in each, so that a change of the machine's mood meets
 * all alike; then writes the medians down.
 *
 * <p>Arguments: the folder to write to, and the number of rounds (default 3). Properties: {@code bench.jdk}, the folder of a
 * second JDK to start with; {@code bench.growth}, how many resources the largest store has (default 100 000); {@code
 * bench.soak}, minutes of load at the end (default none); {@code bench.peer}, {@code no} to leave out HAPI's JPA server;
 * {@code bench.only}, the name of one source.
 */
public final class Bench {
    private static final int ROUNDS = 3;
    private static final String PLAIN = "responses";
    private static final long SMALL = 1_000;
    private static final long LARGE = 100_000;
    private static final long LARGEST = 1_000_000;
    private static final Path JAR = Path.of("target/fascicle.jar");
    private static final Path EXAMPLE = Path.of("examples/cases/potassium-2-3-benign-history/response.json");

    private final Path folder;
    private final List<String> leftOut = new ArrayList<>();

    private Bench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        new Bench(folder).run(rounds);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        List<Source> sources = sources();
        List<Source> last = soak();
        List<Source> all = Stream.concat(sources.stream(), last.stream()).toList();
        Figures figures = new Figures();
        try {
            for (int round = 1; round <= rounds; round++) {
                for (Source source : sources) {
                    measure(source, figures, "round " + round + " of " + rounds);
                    write(new Report(figures, round, all, leftOut));
                }
            }
            for (Source source : last) {
                measure(source, figures, "once");
                write(new Report(figures, rounds, all, leftOut));
            }
        } finally {
            sources.forEach(Source::close);
        }
    }

    /** After each source, so that a run that is cut short leaves what it found. */
    private void write(Report report) throws IOException {
        Path file = folder.resolve("report.md");
        Files.writeString(file, report.markdown());
    }

    private static void measure(Source source, Figures figures, String when) {
        System.out.println(when + ": " + source.name());
        figures.addAll(source.measure());
    }

    /** What is to be measured too is one line here. */
    private List<Source> sources() throws IOException, InterruptedException {
        List<Source> sources = new ArrayList<>();
        sources.add(new HttpSource(EXAMPLE));
        sources.add(new CardSource());
        sources.add(new TwinSource());
        addStarts(sources);
        addGrowth(sources);
        addPeer(sources);
        sources.add(JmhSource.of(Judging.class));
        sources.add(new JmhSource(Lines.class, "", Optional.of(PLAIN), 1));
        sources.add(new JmhSource(Lines.class, "(assess|hapiParses)$", Optional.of(PLAIN), 2));
        sources.add(new JmhSource(Lines.class, "(assess|hapiParses)$", Optional.of("responses with charts"), 1));
        sources.removeIf(source -> !source.name().startsWith(System.getProperty("bench.only", "")));
        return sources;
    }

    private void addStarts(List<Source> sources) throws IOException, InterruptedException {
        if (Files.notExists(JAR) || Files.notExists(Path.of("/proc/self/status"))) {
            leftOut.add("start and memory: they need `" + JAR + "` and Linux");
            return;
        }
        Path own = Path.of(System.getProperty("java.home"));
        sources.add(StartSource.of("" + Runtime.version().feature(), own, JAR, folder));
        String other = System.getProperty("bench.jdk", "");
        if (other.isEmpty() || Files.notExists(Path.of(other, "bin/java"))) {
            leftOut.add("start and memory on a second JDK: `-Dbench.jdk` names none that is there");
            return;
        }
        sources.add(StartSource.of(version(Path.of(other)), Path.of(other), JAR, folder));
    }

    /** From the file that every JDK has. */
    private static String version(Path jdk) throws IOException {
        return Files.readAllLines(jdk.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                .findFirst()
                .orElseThrow();
    }

    private void addGrowth(List<Source> sources) throws IOException {
        long largest = Long.getLong("bench.growth", LARGE);
        if (largest < LARGEST) {
            leftOut.add("a store of " + LARGEST + " resources: `-Dbench.growth=" + LARGEST + "` fills one, in minutes");
        }
        List<Long> sizes = Stream.of(SMALL, LARGE, largest)
                .filter(size -> size <= largest)
                .distinct()
                .toList();
        sources.add(GrowthSource.of(Files.createDirectories(folder.resolve("growth")), sizes));
    }

    private void addPeer(List<Source> sources) throws IOException, InterruptedException {
        if (System.getProperty("bench.peer", "yes").equals("no")) {
            leftOut.add("HAPI's JPA server: `-Dbench.peer=no`");
            return;
        }
        try {
            sources.add(PeerSource.start(EXAMPLE));
        } catch (IllegalStateException unresolved) {
            leftOut.add("HAPI's JPA server: it could not be started here");
        }
    }

    private List<Source> soak() {
        int minutes = Integer.getInteger("bench.soak", 0);
        if (minutes == 0) {
            leftOut.add("the soak: `-Dbench.soak=10` runs ten minutes of it");
            return List.of();
        }
        return List.of(new Soak(JAR, EXAMPLE, minutes));
    }
}
