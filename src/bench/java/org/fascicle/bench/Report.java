package org.fascicle.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The medians as a table, with the machine they were measured on. */
record Report(Figures figures, int rounds, List<Source> sources, List<String> leftOut) {
    private static final List<Comparison> JUDGING = List.of(
            judging("open the case file", "openTheFile"),
            judging("one assessment", "assess"),
            judging("plan the workup", "plan"),
            judging("choose the advice", "advise"),
            judging("case file, assessment, plan and advice", "all"));

    private static Comparison judging(String words, String method) {
        return new Comparison(
                words, "ns", "Judging." + method, "every question any rule asks, once", "Judging.everyQuestionOnce");
    }

    private static Stream<Comparison> lines() {
        return Stream.of("(responses)", "(responses) x2", "(responses with charts)", "(responses with charts) x2")
                .flatMap(Report::lines);
    }

    private static Stream<Comparison> lines(String which) {
        return Stream.of(
                line("read " + which, "readStrictly", "HAPI parses", "hapiParses", which),
                line("line in, result out " + which, "assess", "HAPI parses", "hapiParses", which),
                line(
                        "line in, result out " + which,
                        "assess",
                        "HAPI parses and encodes",
                        "hapiParsesAndEncodes",
                        which),
                line("HAPI parses " + which, "hapiParses", "Jackson parses", "jacksonParses", which));
    }

    private static Comparison line(String words, String method, String floorWords, String floor, String which) {
        return new Comparison(
                words, "lines/s", "Lines." + method + " " + which, floorWords, "Lines." + floor + " " + which);
    }

    String markdown() {
        return "# Measured\n\n" + machine() + "\n"
                + "Medians of " + rounds + " interleaved rounds; the spread is the slowest round over the fastest."
                + " Read the ratios: the figures are this machine's.\n\n"
                + "| what | figure | unit | floor | floor's figure | ratio | spread |\n"
                + "|---|---:|---|---|---:|---:|---:|\n"
                + Stream.of(JUDGING.stream(), lines(), sources.stream().flatMap(source -> source.lines().stream()))
                        .flatMap(all -> all)
                        .flatMap(line -> row(line).stream())
                        .collect(Collectors.joining())
                + leftOut.stream()
                        .map(what -> "\nNot measured: " + what + ".\n")
                        .collect(Collectors.joining());
    }

    private Optional<String> row(Comparison line) {
        return figures.find(line.figure())
                .flatMap(figure -> figures.find(line.floor())
                        .map(floor -> String.format(
                                Locale.ROOT,
                                "| %s | %,.0f | %s | %s | %,.0f | %.2f | %.2f |%n",
                                line.words(),
                                figure,
                                line.unit(),
                                line.floorWords(),
                                floor,
                                figure / floor,
                                figures.spread(line.figure()).orElseThrow())));
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s %s on %s, %d cores, load %.1f at the end; JDK %s (%s).%n",
                system.getName(),
                system.getVersion(),
                system.getArch(),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version(),
                System.getProperty("java.vm.name"));
    }
}
