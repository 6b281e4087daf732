package org.fascicle.cli;

import java.io.PrintStream;
import java.util.Locale;

/** How far the work is, on one line of a terminal that is written over; silent where nobody watches. */
final class Progress implements AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000;
    private static final int WIDTH = 30;

    private final PrintStream terminal;
    private final boolean isWatched;
    private final long totalBytes;
    private final long began = System.nanoTime();
    private long drawn;
    private long lines;
    private long refused;
    private long bytes;

    /** @param totalBytes of all input; 0 when it is not known */
    Progress(PrintStream terminal, boolean isWatched, long totalBytes) {
        this.terminal = terminal;
        this.isWatched = isWatched;
        this.totalBytes = totalBytes;
    }

    void count(Outcome outcome) {
        lines++;
        refused += outcome.isAssessed() ? 0 : 1;
        bytes += outcome.line().text().length() + 1L;
        if (isWatched && System.nanoTime() - drawn > EVERY_NANOS) {
            drawn = System.nanoTime();
            terminal.print("\r" + words());
            terminal.flush();
        }
    }

    /** Makes room for a message of its own. */
    void clear() {
        if (isWatched) {
            terminal.print("\r\u001b[K");
        }
    }

    long refused() {
        return refused;
    }

    private String words() {
        double seconds = (System.nanoTime() - began) / 1e9;
        String counts =
                String.format(Locale.ROOT, "%,d lines, %,d refused, %,.0f a second", lines, refused, lines / seconds);
        return totalBytes == 0 ? counts : bar() + " " + counts;
    }

    private String bar() {
        int full = (int) Math.min(WIDTH, WIDTH * bytes / totalBytes);
        return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + 100 * Math.min(bytes, totalBytes) / totalBytes
                + "%";
    }

    @Override
    public void close() {
        if (isWatched) {
            terminal.println("\r" + words() + "\u001b[K");
        }
    }
}
