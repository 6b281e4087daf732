package org.fascicle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Work that waits, each piece under a name of its own. A piece that somebody took and never finished, killed perhaps, is
 * to be had again when its lease is over: so work is done at least once, and must bear being done twice. What was done is
 * remembered for a while, since nodes that see the same change offer it one after the other.
 *
 * <p>Each operation is one statement in its own transaction and means the same to SQLite and PostgreSQL; of many nodes that
 * claim at the same time each gets another piece. Fault of each: unavailable.
 */
public final class Queue {
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS fascicle_queue (kind VARCHAR(40) NOT NULL,"
            + " name VARCHAR(200) NOT NULL, attempts INT NOT NULL, due BIGINT NOT NULL, PRIMARY KEY (kind, name))";
    private static final String INDEX = "CREATE INDEX IF NOT EXISTS fascicle_queue_due ON fascicle_queue (kind, due)";

    private static final Duration MEMORY = Duration.ofMinutes(10);

    private static final String OFFER = "INSERT INTO fascicle_queue (kind, name, attempts, due) VALUES (?, ?, 0, ?)"
            + " ON CONFLICT (kind, name) DO NOTHING";
    /** The second test of {@code due} is for PostgreSQL, where another node may have claimed the same in between. */
    private static final String CLAIM = "UPDATE fascicle_queue SET attempts = attempts + 1, due = ?"
            + " WHERE kind = ? AND due <= ? AND attempts >= 0 AND name = (SELECT name FROM fascicle_queue WHERE kind = ?"
            + " AND due <= ? AND attempts >= 0 ORDER BY due LIMIT 1) RETURNING name, attempts";

    private static final String LATER = "UPDATE fascicle_queue SET due = ? WHERE kind = ? AND name = ?";
    /** What is done has no attempts any more, and is due to be forgotten. */
    private static final String DONE = "UPDATE fascicle_queue SET attempts = -1, due = ? WHERE kind = ? AND name = ?";

    private static final String FORGET = "DELETE FROM fascicle_queue WHERE kind = ? AND due <= ? AND attempts < 0";
    private static final String COUNT = "SELECT count(*) FROM fascicle_queue WHERE kind = ? AND attempts >= 0";

    private final DataSource database;
    private final String kind;
    private final Clock clock;

    Queue(DataSource database, String kind, Clock clock) {
        this.database = database;
        this.kind = kind;
        this.clock = clock;
        Tables.make(database, TABLE, INDEX);
    }

    /**
     * A piece of work somebody has taken.
     *
     * @param attempts how often it was taken, this time included
     */
    public record Job(String name, int attempts) {}

    /**
     * Adds it, unless a piece of this name waits already, or was done in the last ten minutes. The name is written as it is,
     * so never a secret.
     */
    public void offer(String name) {
        change(FORGET, kind, now());
        change(OFFER, kind, name, now());
    }

    /** The piece that has waited longest among those that are due; nobody else gets it before the lease is over. */
    public Optional<Job> claim(Duration lease) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        prepared(connection, CLAIM, now() + lease.toMillis(), kind, now(), kind, now());
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Job(rows.getString(1), rows.getInt(2))) : Optional.empty();
        } catch (SQLException failed) {
            throw Tables.unavailable(failed);
        }
    }

    public void done(Job job) {
        change(DONE, now() + MEMORY.toMillis(), kind, job.name());
    }

    /** To be had again after this while. */
    public void later(Job job, Duration wait) {
        change(LATER, now() + wait.toMillis(), kind, job.name());
    }

    /** How much waits or is being done. */
    public int size() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, COUNT, kind);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw Tables.unavailable(failed);
        }
    }

    private void change(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw Tables.unavailable(failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private long now() {
        return clock.millis();
    }
}
