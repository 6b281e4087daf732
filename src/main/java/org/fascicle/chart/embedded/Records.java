package org.fascicle.chart.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.database.Session;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Entry;
import org.fascicle.chart.index.Parameter;

/** The three tables: every statement that reads or writes them is here, but for the search itself, which {@link Query} makes. */
final class Records {
    private static final String COLUMNS = "SELECT r.type, r.id, v.version, v.updated, v.body";

    private static final int MOST_ROWS = 100;

    private final Session session;

    Records(Session session) {
        this.session = session;
    }

    Optional<Stored> current(Key key) throws SQLException {
        return session.first(
                COLUMNS + " FROM resource r CROSS JOIN version v WHERE r.type = ? AND r.id = ? AND v.pid = r.pid"
                        + " AND v.version = r.version",
                Records::stored,
                key.type(),
                key.id());
    }

    Optional<Stored> version(Key key, long version) throws SQLException {
        return session.first(
                COLUMNS + " FROM resource r CROSS JOIN version v WHERE r.type = ? AND r.id = ? AND v.pid = r.pid"
                        + " AND v.version = ?",
                Records::stored,
                key.type(),
                key.id(),
                version);
    }

    Optional<Long> currentVersion(Key key) throws SQLException {
        return session.first(
                "SELECT version FROM resource WHERE type = ? AND id = ?", row -> row.getLong(1), key.type(), key.id());
    }

    /** Versions before this one, newest first. */
    List<Stored> history(Key key, long before, int most) throws SQLException {
        return session.query(
                COLUMNS + " FROM resource r CROSS JOIN version v WHERE r.type = ? AND r.id = ? AND v.pid = r.pid"
                        + " AND v.version < ? ORDER BY v.version DESC LIMIT ?",
                Records::stored,
                key.type(),
                key.id(),
                before,
                most);
    }

    /** At most so many, from behind the cursor on, in the order of the criteria. */
    List<Found> find(Criteria criteria, Optional<Cursor> after, int most) throws SQLException {
        Sql rows = Query.rows(OnlyText.settle(criteria, this), after, most);
        String direction =
                criteria.ordering().filter(order -> order.descending()).isPresent() ? " DESC" : "";
        return session.query(
                COLUMNS + ", m.pid, m.sort FROM (" + rows.text() + ") m CROSS JOIN resource r CROSS JOIN version v"
                        + " WHERE r.pid = m.pid AND v.pid = m.pid AND v.version = r.version"
                        + " ORDER BY m.sort" + direction + ", m.pid" + direction,
                Records::found,
                rows.arguments());
    }

    /** Which resources meet the criteria, two at most: enough to know whether one is singled out. */
    List<Key> singledOut(Criteria criteria) throws SQLException {
        Sql rows = Query.rows(criteria, Optional.empty(), 2);
        return session.query(
                "SELECT r.type, r.id FROM (" + rows.text() + ") m CROSS JOIN resource r WHERE r.pid = m.pid",
                row -> new Key(row.getString(1), row.getString(2)),
                rows.arguments());
    }

    /**
     * The kept text of a parameter that begins like this, when there is exactly one such text, in however many resources. Two
     * looks into the index: at the first, and behind it.
     */
    Optional<String> onlyText(Parameter parameter, String beginning) throws SQLException {
        Optional<String> first = text(parameter, ">=", beginning, beginning);
        return first.isPresent() && text(parameter, ">", first.get(), beginning).isEmpty() ? first : Optional.empty();
    }

    private Optional<String> text(Parameter parameter, String comparison, String from, String beginning)
            throws SQLException {
        return session.first(
                "SELECT value FROM search_value WHERE param = ? AND low IS NULL AND value " + comparison
                        + " ? AND value < ? ORDER BY value LIMIT 1",
                row -> row.getString(1),
                parameter.storedAs(),
                from,
                beginning + Comparison.LAST);
    }

    /** What the kept references of one parameter of these resources name. */
    List<String> references(List<Long> pids, Parameter parameter) throws SQLException {
        Sql sql = new Sql()
                .add("SELECT DISTINCT x.value FROM search_value x WHERE x.pid IN ")
                .list(pids)
                .add(" AND x.param = ? ORDER BY x.value", parameter.storedAs());
        return session.query(sql.text(), row -> row.getString(1), sql.arguments());
    }

    /** What is kept of one parameter of a resource. */
    List<String> values(Key key, Parameter parameter) throws SQLException {
        return session.query(
                "SELECT x.value FROM resource r CROSS JOIN search_value x WHERE r.type = ? AND r.id = ? AND x.pid = r.pid"
                        + " AND x.param = ?",
                row -> row.getString(1),
                key.type(),
                key.id(),
                parameter.storedAs());
    }

    /** Stores a version after the one it follows; false when somebody else was faster. */
    boolean store(Draft draft) throws SQLException {
        Stored stored = draft.stored();
        Optional<Long> pid = draft.version() == 1 ? begin(stored) : advance(stored, draft.version());
        if (pid.isEmpty()) {
            return false;
        }
        session.update(
                "INSERT INTO version (pid, version, updated, body) VALUES (?, ?, ?, ?)",
                pid.get(),
                draft.version(),
                stored.updated().toEpochMilli(),
                stored.json());
        if (draft.version() > 1) {
            session.update("DELETE FROM search_value WHERE pid = ?", pid.get());
        }
        index(pid.get(), List.copyOf(draft.entries()));
        return true;
    }

    private Optional<Long> begin(Stored stored) throws SQLException {
        return session.first(
                "INSERT INTO resource (type, id, version, updated) VALUES (?, ?, 1, ?) ON CONFLICT (type, id) DO NOTHING"
                        + " RETURNING pid",
                row -> row.getLong(1),
                stored.key().type(),
                stored.key().id(),
                stored.updated().toEpochMilli());
    }

    private Optional<Long> advance(Stored stored, long version) throws SQLException {
        return session.first(
                "UPDATE resource SET version = ?, updated = ? WHERE type = ? AND id = ? AND version = ? RETURNING pid",
                row -> row.getLong(1),
                version,
                stored.updated().toEpochMilli(),
                stored.key().type(),
                stored.key().id(),
                version - 1);
    }

    /** In few statements of many rows: a server in the network answers each one. */
    private void index(long pid, List<Entry> entries) throws SQLException {
        for (int from = 0; from < entries.size(); from += MOST_ROWS) {
            Sql sql = new Sql().add("INSERT INTO search_value (pid, param, value, low, high) VALUES ");
            String comma = "";
            for (Entry entry : entries.subList(from, Math.min(from + MOST_ROWS, entries.size()))) {
                sql.add(comma);
                add(sql, pid, entry);
                comma = ", ";
            }
            session.update(sql.text(), sql.arguments());
        }
    }

    private static void add(Sql sql, long pid, Entry entry) {
        if (entry instanceof Entry.Time time) {
            sql.add(
                    "(?, ?, '', ?, ?)",
                    pid,
                    time.parameter(),
                    time.range().low(),
                    time.range().high());
        } else if (entry instanceof Entry.Text text) {
            sql.add("(?, ?, ?, NULL, NULL)", pid, text.parameter(), text.value());
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new Key(row.getString(1), row.getString(2)),
                Long.toString(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5));
    }

    private static Found found(ResultSet row) throws SQLException {
        Object key = row.getObject(7);
        return new Found(
                stored(row), new Cursor(key instanceof Number number ? number.longValue() : key, row.getLong(6)));
    }
}
