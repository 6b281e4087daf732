package org.fascicle.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The Medications of an export: they belong to no patient and are found by id. Only where each stands is in memory. */
final class Medications implements AutoCloseable {
    private final RandomAccessFile file;
    private final Map<String, Long> places = new HashMap<>();

    Medications(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** Begins anew. */
    void clear() throws IOException {
        places.clear();
        file.setLength(0);
    }

    void add(ExportLine medication) throws IOException {
        byte[] json = medication.json().getBytes(StandardCharsets.UTF_8);
        file.seek(file.length());
        places.put(medication.medication(), file.getFilePointer());
        file.writeInt(json.length);
        file.write(json);
    }

    /** Finds again what an earlier run has added. */
    void reload() throws IOException {
        places.clear();
        for (long at = 0; at < file.length(); at = file.getFilePointer()) {
            ExportLine line = ExportLine.read(new ExportLine.Place("", 0), read(at));
            places.put(line.medication(), at);
        }
    }

    Stream<String> find(String id) {
        try {
            Long place = places.get(id);
            return place == null ? Stream.empty() : Stream.of(read(place));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String read(long place) throws IOException {
        file.seek(place);
        byte[] json = new byte[file.readInt()];
        file.readFully(json);
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
