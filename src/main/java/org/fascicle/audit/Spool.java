package org.fascicle.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fascicle.state.Journal;
import org.fascicle.state.Journal.Draft;
import org.fascicle.state.Journal.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that were answered and are not yet in the chain, in a file of this machine: a process that is killed leaves them there,
 * and the next one adds them. Written and not forced, which takes microseconds and outlives the process; a power cut takes what
 * the system had not written yet.
 *
 * <p>The first line names the chain's last number when the file was begun; what the chain has since then is not added twice.
 * Nodes on the same machine have a file each. Not safe for use by several threads.
 */
final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int MOST_NODES = 16;
    private static final int TOGETHER = 500;
    private static final long LONG = 8L << 20;

    private final FileChannel channel;
    private boolean isEmpty;

    private Spool(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the first file that no other node has; adds to the chain what is left in it and in all others that nobody has.
     *
     * @param name of the files, without the number each gets
     */
    static Spool open(Path name, Journal journal) {
        try {
            Files.createDirectories(name.toAbsolutePath().getParent());
            List<FileChannel> free = new ArrayList<>();
            for (int node = 0; node < MOST_NODES; node++) {
                Path file = name.resolveSibling(name.getFileName() + "." + node);
                if (free.isEmpty() || Files.exists(file)) {
                    take(file, free);
                }
            }
            return recovered(free, journal);
        } catch (IOException failed) {
            throw new UncheckedIOException("`" + name + ".*` cannot be written; check the folder", failed);
        }
    }

    private static Spool recovered(List<FileChannel> free, Journal journal) throws IOException {
        if (free.isEmpty()) {
            throw new IOException("each of " + MOST_NODES + " files is taken by another node");
        }
        for (FileChannel one : free) {
            recover(one, journal);
        }
        for (FileChannel other : free.subList(1, free.size())) {
            other.truncate(0);
            other.close();
        }
        Spool spool = new Spool(free.get(0));
        spool.clear(journal.head().number());
        return spool;
    }

    private static void take(Path file, List<FileChannel> free) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                free.add(channel);
                return;
            }
        } catch (OverlappingFileLockException oursAlready) {
            // Another node in this process has it.
        }
        channel.close();
    }

    /** The last line may be cut off: what it was about was not answered. */
    private static void recover(FileChannel channel, Journal journal) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Until all of it is read.
        }
        String text = new String(bytes.array(), UTF_8);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.size() > 1) {
            add(left(lines.subList(1, lines.size()), since(Long.parseLong(lines.get(0)), journal)), journal);
        }
    }

    private static void add(List<Draft> left, Journal journal) {
        for (int i = 0; i < left.size(); i += TOGETHER) {
            journal.add(left.subList(i, Math.min(left.size(), i + TOGETHER)));
        }
        LOG.info("audit trail: {} events of a process that ended early were added", left.size());
    }

    private static List<Draft> left(List<String> lines, Map<String, Integer> known) {
        List<Draft> left = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\t", 2);
            if (known.merge(parts[1], -1, Integer::sum) < 0) {
                left.add(new Draft(parts[1], parts[0].isEmpty() ? Set.of() : Set.of(parts[0].split(" "))));
            }
        }
        return left;
    }

    private static Map<String, Integer> since(long number, Journal journal) {
        Map<String, Integer> known = new HashMap<>();
        List<Line> next = journal.after(number, TOGETHER);
        while (!next.isEmpty()) {
            next.forEach(line -> known.merge(line.text(), 1, Integer::sum));
            next = journal.after(next.get(next.size() - 1).number(), TOGETHER);
        }
        return known;
    }

    /** @throws IOException the disk takes nothing */
    void add(Draft draft) throws IOException {
        isEmpty = false;
        write(String.join(" ", draft.about()) + "\t" + draft.text() + "\n");
    }

    /** All of it is in the chain, whose last number this is. */
    void clear(long head) throws IOException {
        if (!isEmpty) {
            channel.truncate(0);
            write(head + "\n");
            isEmpty = true;
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes, channel.size());
        }
    }

    boolean isLong() throws IOException {
        return channel.size() > LONG;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
