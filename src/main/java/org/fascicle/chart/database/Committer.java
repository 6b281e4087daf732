package org.fascicle.chart.database;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits a group of writes; again when somebody else wrote the same in the meantime, and on another connection when the one
 * at hand turns out to be cut.
 */
final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int MOST_TRIES = 10;

    private final Dialect dialect;
    private final WriteConnection connection;

    Committer(Dialect dialect) {
        this.dialect = dialect;
        this.connection = new WriteConnection(dialect);
    }

    void commit(List<Pending<?>> group) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                prepare(group);
                connection.commit();
                return;
            } catch (SQLException e) {
                if (tries == MOST_TRIES || !dialect.isPassing(e)) {
                    throw e;
                }
                connection.rollBack();
            }
        }
    }

    /** Before the commit nothing is lost with a connection; during the commit only reading tells whether it happened. */
    private void prepare(List<Pending<?>> group) throws SQLException {
        boolean mayBeCut = connection.isOpen();
        try {
            attempt(group);
        } catch (SQLException e) {
            if (!mayBeCut || !dialect.isLost(e)) {
                throw e;
            }
            LOG.warn("the store's connection was lost with state {}; another is opened", e.getSQLState());
            connection.close();
            attempt(group);
        }
    }

    /**
     * All together, which nearly always succeeds; when one fails, each behind a savepoint of its own. A savepoint costs two
     * ways to a server in the network, and what SQLite keeps for one it walks through at every statement.
     */
    private void attempt(List<Pending<?>> group) throws SQLException {
        connection.begin();
        if (!succeedsTogether(group)) {
            startOver();
            for (Pending<?> pending : group) {
                pending.attempt(connection.session(), dialect);
            }
        }
    }

    private boolean succeedsTogether(List<Pending<?>> group) throws SQLException {
        for (Pending<?> pending : group) {
            if (!pending.succeeds(connection.session(), dialect)) {
                return false;
            }
        }
        return true;
    }

    /** A database that undid everything by itself, as on a full disk, has nothing to roll back. */
    private void startOver() throws SQLException {
        try {
            connection.rollBack();
        } catch (SQLException e) {
            LOG.warn("the store's connection is opened anew after state {}", e.getSQLState());
            connection.close();
        }
        connection.begin();
    }

    @Override
    public void close() {
        connection.close();
    }
}
