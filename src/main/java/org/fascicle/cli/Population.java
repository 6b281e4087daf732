package org.fascicle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A FHIR Bulk Data export on disk: files of responses, and files of the same patients' charts.
 *
 * @param output where the results go; what is needed on the way stands beside it, in a folder of that name and
 *     {@code .work}, until all is done
 * @param bytesAtOnce about how much of it is held in memory at once
 */
record Population(List<Path> responses, List<Path> charts, Path output, long bytesAtOnce) {

    Population {
        responses = files(responses);
        charts = files(charts);
    }

    /** Folders stand for the NDJSON files in them. */
    private static List<Path> files(List<Path> given) {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                files.addAll(inside(path));
            } else {
                files.add(path);
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    Path work() {
        return output.resolveSibling(output.getFileName() + ".work");
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : all()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** What tells this export from another: its files, their sizes and when they were last changed. */
    String name() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : all()) {
            names.add(file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return Integer.toHexString(names.hashCode()) + " " + String.join(", ", names);
    }

    private List<Path> all() {
        return Stream.concat(responses.stream(), charts.stream()).toList();
    }

    void removeWork() throws IOException {
        try (Stream<Path> inside = Files.walk(work())) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
