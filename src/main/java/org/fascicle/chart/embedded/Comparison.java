package org.fascicle.chart.embedded;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.chart.index.Condition;
import org.fascicle.chart.index.Match;
import org.fascicle.chart.index.Match.BeginningWith;
import org.fascicle.chart.index.Match.During;
import org.fascicle.chart.index.Match.EndingWith;
import org.fascicle.chart.index.Match.Exactly;
import org.fascicle.chart.index.Parameter;
import org.fascicle.chart.index.ParameterType;

/** One condition as SQL on the columns of a row. */
final class Comparison {
    /** Sorts behind every text that goes on after a prefix. */
    static final String LAST = "\uDBFF\uDFFF";

    private Comparison() {}

    /** On a row of {@code search_value}, along its index. */
    static void ofValue(Sql sql, String row, Condition condition) {
        sql.add(row + ".param = ? AND ", condition.parameter().storedAs());
        compare(sql, row, condition);
    }

    /**
     * On a row of {@code search_value} whose resource is known already: the few values it has are compared with all that
     * are wanted. Looked up one by one in the index, a hundred laboratory codes would take a hundred times as long.
     */
    static void ofKnown(Sql sql, String row, Condition condition) {
        if (Drive.isSingle(condition)) {
            ofValue(sql, row, condition);
            return;
        }
        sql.add(row + ".param = ? AND CASE WHEN ", condition.parameter().storedAs());
        compare(sql, row, condition);
        sql.add(" THEN 1 END = 1");
    }

    private static void compare(Sql sql, String row, Condition condition) {
        if (condition.parameter().type() == ParameterType.DATE) {
            times(sql, row + ".low", row + ".high", 0, condition);
        } else {
            sql.add(row + ".low IS NULL AND ");
            texts(sql, row + ".value", condition);
        }
    }

    /** On a row of {@code resource}: its id, or its time, which lasts a millisecond. */
    static void ofResource(Sql sql, String row, Condition condition) {
        if (condition.parameter().name().equals(Parameter.ID)) {
            texts(sql, row + ".id", condition);
        } else {
            times(sql, row + ".updated", row + ".updated", 1, condition);
        }
    }

    private static void texts(Sql sql, String column, Condition condition) {
        List<String> exact = new ArrayList<>();
        String or = "(";
        for (Match match : condition.anyOf()) {
            if (match instanceof BeginningWith beginning) {
                sql.add(or + column + " >= ? AND " + column + " < ?", beginning.text(), beginning.text() + LAST);
                or = " OR ";
            } else if (match instanceof EndingWith ending) {
                int length = ending.text().codePointCount(0, ending.text().length());
                sql.add(or + "substr(" + column + ", length(" + column + ") - ?) = ?", length - 1, ending.text());
                or = " OR ";
            } else if (match instanceof Exactly exactly) {
                exact.add(exactly.text());
            }
        }
        if (!exact.isEmpty()) {
            sql.add(or + column + (exact.size() == 1 ? " = ?" : " IN "));
            add(sql, exact);
        }
        sql.add(")");
    }

    private static void add(Sql sql, List<String> exact) {
        if (exact.size() == 1) {
            sql.add("", exact.get(0));
        } else {
            sql.list(exact);
        }
    }

    private static void times(Sql sql, String low, String high, long length, Condition condition) {
        String or = "(";
        for (Match match : condition.anyOf()) {
            if (match instanceof During during) {
                sql.add(or);
                time(sql, low, high, length, during);
                or = " OR ";
            }
        }
        sql.add(")");
    }

    private static void time(Sql sql, String low, String high, long length, During during) {
        if (during.boundsLow()) {
            sql.add(low + " BETWEEN ? AND ?", during.lowFrom(), during.lowTo());
        }
        if (during.boundsHigh()) {
            sql.add(during.boundsLow() ? " AND " : "");
            sql.add(high + " BETWEEN ? AND ?", during.highFrom() - length, during.highTo() - length);
        }
    }
}
