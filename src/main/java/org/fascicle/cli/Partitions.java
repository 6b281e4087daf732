package org.fascicle.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An export spread over files by patient, so that all lines of a patient are in one of them and each fits in memory,
 * however large the export.
 */
final class Partitions {
    private static final long MOST = 500;

    private final Path folder;
    private final int count;

    Partitions(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    /** How many an export needs; no more than files may be open at once. */
    static int countFor(long bytes, long bytesEach) {
        return (int) Math.min(MOST, 1 + bytes / bytesEach);
    }

    int count() {
        return count;
    }

    private Path file(int number) {
        return folder.resolve("part-" + number);
    }

    /** A writer of all of them at once; what was there is replaced. */
    Sorter sorter() throws IOException {
        Files.createDirectories(folder);
        try {
            return new Sorter(IntStream.range(0, count).mapToObj(this::writer).toList());
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private BufferedWriter writer(int number) {
        try {
            return Files.newBufferedWriter(file(number));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The lines of one, patient by patient. */
    Collection<List<ExportLine>> patients(int number) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file(number))) {
            Map<String, List<ExportLine>> patients = reader.lines()
                    .map(ExportLine::reread)
                    .collect(Collectors.groupingBy(ExportLine::patient, TreeMap::new, Collectors.toList()));
            return patients.values();
        }
    }

    /** Puts lines where their patient belongs. */
    static final class Sorter implements AutoCloseable {
        private final List<BufferedWriter> writers;

        private Sorter(List<BufferedWriter> writers) {
            this.writers = writers;
        }

        void add(ExportLine line) throws IOException {
            BufferedWriter writer = writers.get(Math.floorMod(line.patient().hashCode(), writers.size()));
            writer.append(line.written()).append('\n');
        }

        @Override
        public void close() throws IOException {
            for (BufferedWriter writer : writers) {
                writer.close();
            }
        }
    }
}
