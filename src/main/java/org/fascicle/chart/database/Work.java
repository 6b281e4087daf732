package org.fascicle.chart.database;

import java.sql.SQLException;

/**
 * Something to do with a database. It may be done more than once, when the database asks for another try, so it changes
 * nothing but the database.
 */
@FunctionalInterface
public interface Work<T> {
    T in(Session session) throws SQLException;
}
