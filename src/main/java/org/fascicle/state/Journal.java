package org.fascicle.state;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Lines that are added and never changed. Each has the next number and the digest of itself and of the line before, so that
 * the lines are a chain: whoever changes one or takes one out has to write all later ones anew.
 *
 * <p>Of many nodes on the same place that add at the same time each gets numbers of its own: the number is the primary key,
 * and who finds it taken reads the head anew. Fault of each method: unavailable.
 */
public final class Journal {
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS fascicle_journal (number BIGINT NOT NULL PRIMARY KEY,"
                    + " text TEXT NOT NULL, link VARCHAR(64) NOT NULL)";
    private static final String ABOUT = "CREATE TABLE IF NOT EXISTS fascicle_journal_about (about VARCHAR(64) NOT NULL,"
            + " number BIGINT NOT NULL, PRIMARY KEY (about, number))";
    private static final String ADD = "INSERT INTO fascicle_journal (number, text, link) VALUES (?, ?, ?)";
    private static final String ADD_ABOUT = "INSERT INTO fascicle_journal_about (about, number) VALUES (?, ?)";
    private static final String HEAD = "SELECT number, text, link FROM fascicle_journal ORDER BY number DESC LIMIT 1";
    private static final String FIND = "SELECT number, text, link FROM fascicle_journal WHERE number = ?";
    private static final String AFTER =
            "SELECT number, text, link FROM fascicle_journal WHERE number > ? ORDER BY number LIMIT ?";
    private static final String BEFORE =
            "SELECT number, text, link FROM fascicle_journal WHERE number < ? ORDER BY number DESC LIMIT ?";
    private static final String BEFORE_ABOUT = "SELECT j.number, j.text, j.link FROM fascicle_journal_about a"
            + " JOIN fascicle_journal j ON j.number = a.number WHERE a.about = ? AND a.number < ?"
            + " ORDER BY a.number DESC LIMIT ?";
    private static final int MOST_TRIES = 20;

    private final DataSource database;
    private Line head = Line.NONE;

    Journal(DataSource database) {
        this.database = database;
        Tables.make(database, TABLE, ABOUT);
    }

    /**
     * What is to be added.
     *
     * @param about the ids under which it is to be found
     */
    public record Draft(String text, Set<String> about) {
        public Draft {
            about = Set.copyOf(about);
        }

        @Override
        public String toString() {
            return "Draft";
        }
    }

    /** A line as it stands. */
    public record Line(long number, String text, String link) {
        /** What the first line follows. */
        public static final Line NONE = new Line(0, "", "");

        Line next(String following) {
            return new Line(number + 1, following, link(number + 1, following));
        }

        /** Whether it is what was written after that line. */
        public boolean follows(Line before) {
            return number == before.number() + 1 && link.equals(before.link(number, text));
        }

        private String link(long nextNumber, String following) {
            return Digest.of((link + '\n' + nextNumber + '\n' + following).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** Adds them in this order, all or none, durably; answers the last. */
    public synchronized Line add(List<Draft> drafts) {
        for (int tries = 1; ; tries++) {
            try {
                head = write(drafts);
                return head;
            } catch (SQLException failed) {
                head = head();
                if (tries == MOST_TRIES) {
                    throw Tables.unavailable(failed);
                }
            }
        }
    }

    /** It begins with a write: a transaction that begins with a read could not become one while others write. */
    private Line write(List<Draft> drafts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement line = connection.prepareStatement(ADD);
                PreparedStatement about = connection.prepareStatement(ADD_ABOUT)) {
            connection.setAutoCommit(false);
            Line last = head;
            for (Draft draft : drafts) {
                last = last.next(draft.text());
                change(line, last.number(), last.text(), last.link());
                for (String one : draft.about()) {
                    change(about, one, last.number());
                }
            }
            connection.commit();
            return last;
        }
    }

    /** The last line; the one before the first when there is none. */
    public Line head() {
        return ask(HEAD).stream().findFirst().orElse(Line.NONE);
    }

    public Optional<Line> find(long number) {
        return ask(FIND, number).stream().findFirst();
    }

    /** The next lines after this number, oldest first. */
    public List<Line> after(long number, int atMost) {
        return ask(AFTER, number, atMost);
    }

    /** The lines before this number, newest first. */
    public List<Line> before(long number, int atMost) {
        return ask(BEFORE, number, atMost);
    }

    /** The same of those lines that are about this one. */
    public List<Line> before(long number, int atMost, String about) {
        return ask(BEFORE_ABOUT, about, number, atMost);
    }

    private List<Line> ask(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return lines(statement);
        } catch (SQLException failed) {
            throw Tables.unavailable(failed);
        }
    }

    private static List<Line> lines(PreparedStatement statement) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.add(new Line(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return lines;
    }

    private static void change(PreparedStatement statement, Object... values) throws SQLException {
        set(statement, values);
        statement.executeUpdate();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
