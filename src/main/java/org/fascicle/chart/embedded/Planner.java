package org.fascicle.chart.embedded;

import java.sql.SQLException;

/** Works out a write from what is stored now. */
@FunctionalInterface
interface Planner {
    Plan plan(Records records) throws SQLException;
}
