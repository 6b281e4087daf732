package org.fascicle.chart.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pooled connections that read, each with its prepared statements. */
final class Readers implements AutoCloseable {
    private static final int MOST = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
    private static final long WAIT_MILLIS = 10_000;

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final Map<Connection, Session> sessions = new ConcurrentHashMap<>();

    Readers(Dialect dialect) {
        this.dialect = dialect;
        HikariConfig config = new HikariConfig();
        config.setDataSource(dialect.readers());
        config.setPoolName("store-readers");
        config.setReadOnly(true);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    <T> T read(Work<T> work) {
        try {
            return tryToRead(work);
        } catch (SQLException e) {
            throw Failures.fault(e);
        }
    }

    /** When one connection turns out to be cut, all that lie idle may be: they are given up, and it is read once more. */
    private <T> T tryToRead(Work<T> work) throws SQLException {
        try {
            return readOnce(work);
        } catch (SQLException e) {
            if (!dialect.isLost(e)) {
                throw e;
            }
            pool.getHikariPoolMXBean().softEvictConnections();
            return readOnce(work);
        }
    }

    private <T> T readOnce(Work<T> work) throws SQLException {
        try (Connection borrowed = pool.getConnection()) {
            return read(work, borrowed);
        }
    }

    private <T> T read(Work<T> work, Connection borrowed) throws SQLException {
        try {
            return work.in(session(borrowed.unwrap(Connection.class)));
        } catch (SQLException e) {
            pool.evictConnection(borrowed);
            throw e;
        }
    }

    /** The session lives as long as the real connection that the pool lends. */
    private Session session(Connection real) throws SQLException {
        Session known = sessions.get(real);
        if (known != null) {
            return known;
        }
        for (Connection other : sessions.keySet()) {
            if (other.isClosed()) {
                sessions.remove(other);
            }
        }
        return sessions.computeIfAbsent(real, Session::new);
    }

    @Override
    public void close() {
        pool.close();
    }
}
