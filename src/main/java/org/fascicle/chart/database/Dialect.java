package org.fascicle.chart.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** What differs between the databases we run on. */
sealed interface Dialect permits Sqlite, Postgres {

    /** The dialect a JDBC URL asks for. Fault: not supported. */
    static Dialect of(String jdbcUrl) {
        if (jdbcUrl.startsWith(Sqlite.PREFIX)) {
            return Sqlite.at(jdbcUrl);
        }
        if (jdbcUrl.startsWith(Postgres.PREFIX)) {
            return new Postgres(jdbcUrl);
        }
        throw new Fault(
                Kind.NOT_SUPPORTED,
                "the store's URL begins with neither `" + Sqlite.PREFIX + "` nor `" + Postgres.PREFIX
                        + "`; give one of them");
    }

    /** Connections that only read. */
    DataSource readers();

    /** The connection that writes. */
    DataSource writer();

    /** Words for the migrations that are not the same everywhere, by the name they have there. */
    Map<String, String> words();

    /** Waits until no other node has its turn, and holds them off; between two transactions, never in one. */
    void beginTurn(Session session) throws SQLException;

    /** Lets the next node have its turn. */
    void endTurn(Session session) throws SQLException;

    /** Whether the same work may succeed when it is simply done again. */
    boolean isPassing(SQLException failure);

    /** Whether the connection is of no more use, though another may be. */
    boolean isLost(SQLException failure);

    /** Whether the store is still where it was and has room. Fault: unavailable. */
    void check();

    /** Writes a copy that can be opened as a store; others go on reading and writing meanwhile. */
    void backUp(Session session, Path file) throws SQLException;
}
