package org.fascicle.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a long run has finished, line by line and safely on disk, so that it can go on where it was cut short. */
final class Journal implements AutoCloseable {
    private final FileChannel channel;
    private final List<String> notes;

    private Journal(FileChannel channel, List<String> notes) {
        this.channel = channel;
        this.notes = notes;
    }

    static Journal open(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        return new Journal(channel, new ArrayList<>(whole.lines().toList()));
    }

    /** What was noted last under the name. */
    Optional<String> find(String name) {
        return notes.stream()
                .filter(note -> note.startsWith(name + "="))
                .map(note -> note.substring(name.length() + 1))
                .reduce((first, second) -> second);
    }

    void note(String name, Object value) throws IOException {
        String note = name + "=" + value;
        notes.add(note);
        channel.write(ByteBuffer.wrap((note + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
