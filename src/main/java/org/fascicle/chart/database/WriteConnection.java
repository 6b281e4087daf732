package org.fascicle.chart.database;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's connection: opened when it is needed, given up after a failure, so that a store that comes back is used. */
final class WriteConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteConnection.class);

    private final DataSource source;
    private Optional<Session> session = Optional.empty();

    WriteConnection(DataSource source) {
        this.source = source;
    }

    Session session() throws SQLException {
        if (session.isEmpty()) {
            session = Optional.of(new Session(source.getConnection()));
        }
        return session.get();
    }

    void begin() throws SQLException {
        session().connection().setAutoCommit(false);
    }

    /** Leaving the transaction commits it; {@code commit()} would begin the next at once and so keep others out. */
    void commit() throws SQLException {
        session().connection().setAutoCommit(true);
    }

    void rollBack() throws SQLException {
        session().connection().rollback();
    }

    /** What is not committed is undone by it. */
    @Override
    public void close() {
        session.ifPresent(open -> {
            try {
                open.connection().close();
            } catch (SQLException e) {
                LOG.warn("the store's connection was given up with state {}", e.getSQLState());
            }
        });
        session = Optional.empty();
    }
}
