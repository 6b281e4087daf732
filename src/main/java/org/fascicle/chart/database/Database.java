package org.fascicle.chart.database;

import java.nio.file.Path;
import org.fascicle.fault.Fault;

/**
 * A database that is opened, migrated and ready: {@link #read} with many, {@link #write} through one.
 *
 * <p>Every failure of the database comes out as a {@link Fault} of kind unavailable.
 */
public final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final Writer writer;
    private final Readers readers;

    private Database(Dialect dialect, Writer writer, Readers readers) {
        this.dialect = dialect;
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens or creates the database and brings its schema up to date. Fault: not supported, unavailable. */
    public static Database open(String jdbcUrl, Migrations migrations) {
        Dialect dialect = Dialect.of(jdbcUrl);
        Writer writer = new Writer(dialect);
        try {
            writer.write(session -> {
                migrations.apply(session, dialect);
                return true;
            });
            return new Database(dialect, writer, new Readers(dialect));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Reads what is committed; never waits for a write. */
    public <T> T read(Work<T> work) {
        return readers.read(work);
    }

    /**
     * Writes in a transaction and returns when it is durable. Writes of several callers share a commit; when one of them
     * fails, the others do not notice.
     */
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    /** How many transactions have been committed since the start: with the number of writes, how well they share. */
    public long commits() {
        return writer.commits();
    }

    /** Reads and writes a little, to see whether it still can. Fault: unavailable, with the reason in words. */
    public void check(long nowMillis) {
        dialect.check();
        writer.write(session -> {
            Migrations.touch(session, nowMillis);
            return true;
        });
        readers.read(session -> session.first("SELECT 1", row -> row.getInt(1)));
    }

    /** Writes a consistent copy to a new file while others go on. Fault: not supported, unavailable. */
    public void backUp(Path file) {
        readers.read(session -> {
            dialect.backUp(session, file);
            return true;
        });
    }

    /** Finishes what waits to be written, then lets go of the file or the server. */
    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
