package org.fascicle.chart.database;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's connection: opened when it is needed, given up after a failure, so that a store that comes back is used. */
final class WriteConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteConnection.class);

    private final Dialect dialect;
    private final DataSource source;
    private Optional<Session> session = Optional.empty();
    private boolean hasTurn;

    WriteConnection(Dialect dialect) {
        this.dialect = dialect;
        this.source = dialect.writer();
    }

    boolean isOpen() {
        return session.isPresent();
    }

    Session session() throws SQLException {
        if (session.isEmpty()) {
            session = Optional.of(new Session(source.getConnection()));
        }
        return session.get();
    }

    /** Holds off the other nodes until the commit: of two that wrote beside each other one would do its work in vain. */
    void begin() throws SQLException {
        if (!hasTurn) {
            dialect.beginTurn(session());
            hasTurn = true;
        }
        session().connection().setAutoCommit(false);
    }

    /** Leaving the transaction commits it; {@code commit()} would begin the next at once and so keep others out. */
    void commit() throws SQLException {
        session().connection().setAutoCommit(true);
        leaveTurn();
    }

    /** What is committed stays so when this fails: the turn ends with the connection. */
    private void leaveTurn() {
        try {
            dialect.endTurn(session());
            hasTurn = false;
        } catch (SQLException e) {
            close();
        }
    }

    /** Undoes what was begun, and keeps the turn. */
    void rollBack() throws SQLException {
        session().connection().rollback();
        session().connection().setAutoCommit(true);
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
        hasTurn = false;
    }
}
