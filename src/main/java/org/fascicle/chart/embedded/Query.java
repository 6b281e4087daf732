package org.fascicle.chart.embedded;

import java.util.Optional;
import org.fascicle.chart.index.Condition;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Match.During;
import org.fascicle.chart.index.Ordering;
import org.fascicle.chart.index.Parameter;

/**
 * A search as one SQL statement that yields {@code pid} and {@code sort}.
 *
 * <p>{@code d} is the row the search starts from (see {@link Drive}): of {@code search_value}, or of {@code resource} when
 * only ids and times of storing count. {@code CROSS JOIN} keeps SQLite to this order; PostgreSQL has statistics and chooses
 * itself.
 */
final class Query {
    private final Sql sql = new Sql();
    private final Criteria criteria;
    private final Optional<Condition> start;
    private final Optional<Ordering> ordering;
    private final boolean alongValues;

    private Query(Criteria criteria) {
        this.criteria = criteria;
        this.start = Drive.of(criteria);
        this.ordering = Drive.natural(criteria, start);
        this.alongValues = start.map(Condition::parameter)
                .or(() -> ordering.map(Ordering::by))
                .filter(Parameter::isExtracted)
                .isPresent();
    }

    /** At most so many rows, from behind the cursor on. */
    static Sql rows(Criteria criteria, Optional<Cursor> after, int most) {
        Query query = new Query(criteria);
        query.select();
        query.from();
        query.where();
        after.ifPresent(query::behind);
        query.order(most);
        return query.sql;
    }

    private void select() {
        boolean single = !alongValues || start.map(Drive::isSingle).orElse(true);
        sql.add(single ? "SELECT " : "SELECT DISTINCT ")
                .add("d.pid AS pid, ")
                .add(key())
                .add(" AS sort");
    }

    private void from() {
        sql.add(alongValues ? " FROM search_value d" : " FROM resource d");
        if (needsResource()) {
            sql.add(" CROSS JOIN resource r");
        }
        if (needsSortRow()) {
            sql.add(" CROSS JOIN search_value s");
        }
    }

    private void where() {
        sql.add(" WHERE ");
        if (alongValues) {
            start.ifPresentOrElse(
                    condition -> Comparison.ofValue(sql, "d", condition),
                    () -> sql.add(
                            "d.param = ? AND d.low IS NOT NULL",
                            ordering.orElseThrow().by().storedAs()));
        } else {
            sql.add("d.type = ?", criteria.type());
        }
        if (needsResource()) {
            sql.add(" AND r.pid = d.pid");
        }
        if (needsSortRow()) {
            sql.add(
                    " AND s.pid = d.pid AND s.param = ?",
                    ordering.orElseThrow().by().storedAs());
        }
        criteria.conditions().forEach(this::filter);
    }

    private void filter(Condition condition) {
        if (!condition.parameter().isExtracted()) {
            sql.add(" AND ");
            Comparison.ofResource(sql, resource(), condition);
        } else if (start.filter(first -> first == condition).isEmpty()) {
            sql.add(" AND EXISTS (SELECT 1 FROM search_value x WHERE x.pid = d.pid AND ");
            Comparison.ofKnown(sql, "x", condition);
            sql.add(")");
        }
    }

    private void behind(Cursor cursor) {
        String key = key();
        String comparison = isDescending() ? " < " : " > ";
        if (key.equals("d.pid")) {
            sql.add(" AND d.pid" + comparison + "?", cursor.pid());
        } else {
            sql.add(" AND (" + key + ", d.pid)" + comparison + "(?, ?)", cursor.key(key.endsWith(".id")), cursor.pid());
        }
    }

    private void order(int most) {
        String direction = isDescending() ? " DESC" : "";
        String sort = key().equals("d.pid") ? "" : "sort" + direction + ", ";
        sql.add(" ORDER BY " + sort + "pid" + direction + " LIMIT ?", most);
    }

    /** What the rows are ordered by; equal keys are ordered by pid. */
    private String key() {
        if (ordering.isEmpty()) {
            return alongValues ? "d.pid" : "d.id";
        }
        Parameter by = ordering.get().by();
        if (by.name().equals(Parameter.ID)) {
            return resource() + ".id";
        }
        if (by.name().equals(Parameter.LAST_UPDATED)) {
            return resource() + ".updated";
        }
        return needsSortRow() ? "s.low" : runsAlongEnds() ? "d.high" : "d.low";
    }

    /** With no order asked for and only the ends bounded, the ends are the index to run along. */
    private boolean runsAlongEnds() {
        return criteria.ordering().isEmpty()
                && start.stream()
                        .flatMap(condition -> condition.anyOf().stream())
                        .noneMatch(match -> match instanceof During during && during.boundsLow());
    }

    private boolean needsSortRow() {
        return ordering.map(Ordering::by)
                .filter(Parameter::isExtracted)
                .filter(by -> start.isPresent())
                .filter(by -> !start.get().parameter().storedAs().equals(by.storedAs()))
                .isPresent();
    }

    private boolean needsResource() {
        boolean ordered = ordering.filter(order -> !order.by().isExtracted()).isPresent();
        boolean filtered = criteria.conditions().stream()
                .anyMatch(condition -> !condition.parameter().isExtracted());
        return alongValues && (ordered || filtered);
    }

    private String resource() {
        return alongValues ? "r" : "d";
    }

    private boolean isDescending() {
        return ordering.map(Ordering::descending).orElse(false);
    }
}
