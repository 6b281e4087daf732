package org.fascicle.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An input that others are made from. */
record Seed(String name, byte[] bytes) {

    /** Every file of a folder, in the order of their names; a file of lines ({@code .txt}) is a seed for each line. */
    static List<Seed> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(Seed::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Seed> of(Path file) {
        try {
            String name = file.getFileName().toString();
            return name.endsWith(".txt")
                    ? Files.readAllLines(file).stream().map(line -> new Seed(line, line.getBytes()))
                    : Stream.of(new Seed(name, Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
