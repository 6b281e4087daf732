package org.fascicle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The table of entries. An entry is there until its time is over; one whose time is over is as good as gone.
 *
 * <p>Each operation is one statement in its own transaction. The statements mean the same to SQLite and PostgreSQL. Fault of
 * each: unavailable.
 */
public final class Entries {
    private static final int WRITES_BETWEEN_SWEEPS = 256;

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS fascicle_state (kind VARCHAR(40) NOT NULL,"
            + " name VARCHAR(200) NOT NULL, value TEXT NOT NULL, version BIGINT NOT NULL, expires BIGINT NOT NULL,"
            + " PRIMARY KEY (kind, name))";
    private static final String INDEX = "CREATE INDEX IF NOT EXISTS fascicle_state_expires ON fascicle_state (expires)";

    private static final String INSERT = "INSERT INTO fascicle_state (kind, name, value, version, expires)"
            + " VALUES (?, ?, ?, 1, ?) ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value,"
            + " version = fascicle_state.version + 1, expires = excluded.expires";
    private static final String INSERT_NEW = INSERT + " WHERE fascicle_state.expires <= ?";
    private static final String FIND =
            "SELECT value, version FROM fascicle_state WHERE kind = ? AND name = ? AND expires > ?";
    private static final String FIND_ALL =
            "SELECT name, value, version FROM fascicle_state WHERE kind = ? AND expires > ? ORDER BY name";
    private static final String REPLACE = "UPDATE fascicle_state SET value = ?, version = version + 1"
            + " WHERE kind = ? AND name = ? AND expires > ? AND version = ?";
    private static final String TAKE =
            "DELETE FROM fascicle_state WHERE kind = ? AND name = ? AND expires > ? RETURNING value";
    private static final String SWEEP = "DELETE FROM fascicle_state WHERE expires <= ?";

    private final DataSource database;
    private final Clock clock;
    private final AtomicInteger writes = new AtomicInteger();

    Entries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        Tables.make(database, TABLE, INDEX);
    }

    /** Writes it, whatever was there. */
    public void put(Key key, String value, Duration life) {
        change(INSERT, key.kind(), key.name(), value, now() + life.toMillis());
        sweepNowAndThen();
    }

    /** Writes it unless it is there already. Of many who try at the same time one succeeds. */
    public boolean add(Key key, String value, Duration life) {
        boolean added = change(INSERT_NEW, key.kind(), key.name(), value, now() + life.toMillis(), now()) == 1;
        sweepNowAndThen();
        return added;
    }

    public Optional<Held<String>> find(Key key) {
        return ask(FIND, row -> new Held<>(row.getString(1), row.getLong(2)), key.kind(), key.name(), now());
    }

    /** All of a kind, by name. For kinds of which there are few. */
    public Map<String, Held<String>> all(String kind) {
        Map<String, Held<String>> found = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, FIND_ALL, kind, now());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), new Held<>(rows.getString(2), rows.getLong(3)));
            }
            return found;
        } catch (SQLException failed) {
            throw Tables.unavailable(failed);
        }
    }

    /** Replaces what was seen, and keeps its time; false when it was changed or has gone meanwhile. */
    public boolean replace(Key key, Held<?> seen, String value) {
        return change(REPLACE, value, key.kind(), key.name(), now(), seen.version()) == 1;
    }

    /** Reads and removes it. Of many who try at the same time one gets it. */
    public Optional<String> take(Key key) {
        return ask(TAKE, row -> row.getString(1), key.kind(), key.name(), now());
    }

    /** Removes what has expired; answers how many entries that were. */
    public int sweep() {
        return change(SWEEP, now());
    }

    private void sweepNowAndThen() {
        if (writes.incrementAndGet() % WRITES_BETWEEN_SWEEPS == 0) {
            sweep();
        }
    }

    private long now() {
        return clock.millis();
    }

    private int change(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw Tables.unavailable(failed);
        }
    }

    private <T> Optional<T> ask(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
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

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
