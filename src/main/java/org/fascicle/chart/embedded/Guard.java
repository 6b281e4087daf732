package org.fascicle.chart.embedded;

import java.sql.SQLException;
import java.util.List;
import org.fascicle.chart.Key;
import org.fascicle.chart.index.Criteria;

/** What a plan rests on: these criteria single out these resources, none or one. */
record Guard(Criteria criteria, List<Key> found) {
    boolean holds(Records records) throws SQLException {
        return records.singledOut(criteria).equals(found);
    }
}
