package org.fascicle.chart.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One connection with its prepared statements, which are kept and reused: preparing takes as long as running them. For one
 * thread at a time.
 */
public final class Session {
    private static final int MOST_STATEMENTS = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

    Session(Connection connection) {
        this.connection = connection;
    }

    /** All rows, in order. */
    public <T> List<T> query(String sql, Row<T> row, Object... arguments) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = prepared(sql, arguments).executeQuery()) {
            while (result.next()) {
                rows.add(row.read(result));
            }
        }
        return rows;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... arguments) throws SQLException {
        return query(sql, row, arguments).stream().findFirst();
    }

    /** Changes rows, and says how many. */
    public int update(String sql, Object... arguments) throws SQLException {
        return prepared(sql, arguments).executeUpdate();
    }

    Connection connection() {
        return connection;
    }

    private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            keep(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        statements.put(sql, statement);
        if (statements.size() > MOST_STATEMENTS) {
            String eldest = statements.keySet().iterator().next();
            statements.remove(eldest).close();
        }
    }
}
