package org.fascicle.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Makes tables and indexes where there are none. */
final class Tables {
    private Tables() {}

    /** Each statement says {@code IF NOT EXISTS}. Fault: unavailable. */
    static void make(DataSource database, String... statements) {
        for (String sql : statements) {
            try {
                makeOrSee(database, sql);
            } catch (SQLException failed) {
                throw unavailable(failed);
            }
        }
    }

    /** PostgreSQL refuses one of two who make the same thing at the same moment; the second time it is there. */
    private static void makeOrSee(DataSource database, String sql) throws SQLException {
        try {
            execute(database, sql);
        } catch (SQLException racing) {
            execute(database, sql);
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    static Fault unavailable(SQLException failed) {
        return new Fault(
                Kind.UNAVAILABLE,
                "the state database (`FASCICLE_STATE`) failed with SQL state " + failed.getSQLState(),
                failed);
    }
}
