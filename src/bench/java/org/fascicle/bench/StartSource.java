package org.fascicle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * From the start of the process to the first 200 of {@code /fhir/metadata}, on a new store; and the memory it holds five
 * seconds later, with the practice's patients brought in.
 *
 * @param jdk its folder
 * @param archive the class-data archive, made by this very JDK
 */
record StartSource(String version, Path jdk, Path jar, Path archive) implements Source {
    private static final int SETTLED_SECONDS = 5;
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC", "-Xms32m", "-XX:+UnlockExperimentalVMOptions", "-XX:TrimNativeHeapInterval=1000");

    /** With an archive made now. */
    static StartSource of(String version, Path jdk, Path jar, Path folder) throws IOException, InterruptedException {
        Path archive = folder.resolve("fascicle-" + version + ".jsa").toAbsolutePath();
        Files.deleteIfExists(archive);
        StartSource source = new StartSource(version, jdk, jar.toAbsolutePath(), archive);
        List<String> rehearsal = List.of(
                source.java(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-cp",
                source.jar.toString(),
                "org.fascicle.Rehearsal");
        Process process = new ProcessBuilder(rehearsal)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rehearsal.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("no archive: " + Files.readString(folder.resolve("rehearsal.log")));
        }
        return source;
    }

    private String java() {
        return jdk.resolve("bin/java").toString();
    }

    @Override
    public String name() {
        return "Start " + version;
    }

    @Override
    public Map<String, Double> measure() {
        Map<String, Double> figures = new TreeMap<>();
        List<String> serve = List.of("-jar", jar.toString());
        String share = "-XX:SharedArchiveFile=" + archive;
        List<String> bare = List.of("-cp", System.getProperty("java.class.path"), Bare.class.getName());
        measure(figures, "bare", bare);
        measure(figures, "plain", serve);
        measure(figures, "archive", joined(List.of(share), serve));
        measure(figures, "small", joined(List.of(share), joined(SMALL, serve)));
        return figures;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private void measure(Map<String, Double> figures, String how, List<String> arguments) {
        try (Child child = Child.start(joined(List.of(java()), arguments))) {
            figures.put(figure(how, "ms"), child.seconds() * 1e3);
            TimeUnit.SECONDS.sleep(SETTLED_SECONDS);
            figures.put(figure(how, "MiB"), child.resident());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String figure(String how, String unit) {
        return "Start." + version + "." + how + " " + unit;
    }

    @Override
    public List<Comparison> lines() {
        List<Comparison> lines = new ArrayList<>();
        Map.of(
                        "plain",
                        "without an archive",
                        "archive",
                        "with the class-data archive",
                        "small",
                        "with it and the options for a small install")
                .forEach((how, words) -> Stream.of("ms", "MiB").forEach(unit -> lines.add(line(how, words, unit))));
        return lines.stream()
                .sorted(java.util.Comparator.comparing(Comparison::words))
                .toList();
    }

    private Comparison line(String how, String words, String unit) {
        String what = unit.equals("ms") ? "start to the first 200" : "memory five seconds later";
        return new Comparison(
                "JDK " + version + ", " + what + ", " + words,
                unit,
                figure(how, unit),
                "the JDK's own HTTP server with nothing behind it",
                figure("bare", unit));
    }
}
