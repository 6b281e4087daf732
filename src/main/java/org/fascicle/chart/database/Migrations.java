package org.fascicle.chart.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * The steps by which a schema came to be: the resources {@code 1.sql}, {@code 2.sql} … beside a class. Each is applied once,
 * in order, all in one transaction. A statement ends with a semicolon at the end of a line; <code>${word}</code> stands for
 * what databases do not agree on.
 *
 * @param series a name of its own, so that several schemas may live in one database
 * @param beside the class whose folder {@code migrations} has them
 */
public record Migrations(String series, Class<?> beside) {

    /** While no other node does the same. */
    void apply(Session session, Dialect dialect) throws SQLException {
        session.update("CREATE TABLE IF NOT EXISTS migration (series TEXT NOT NULL, number INTEGER NOT NULL,"
                + " checked BIGINT NOT NULL, PRIMARY KEY (series, number))");
        int applied = session.first("SELECT max(number) FROM migration WHERE series = ?", row -> row.getInt(1), series)
                .orElse(0);
        if (applied > 0 && read(applied).isEmpty()) {
            throw new Fault(
                    Kind.UNAVAILABLE,
                    "the store's schema `" + series + "` is at step " + applied
                            + ", which this program does not know; use the newer program");
        }
        int number = applied;
        for (Optional<String> next = read(number + 1); next.isPresent(); next = read(number + 1)) {
            number++;
            apply(session, dialect.words(), next.get());
            session.update("INSERT INTO migration (series, number, checked) VALUES (?, ?, 0)", series, number);
        }
    }

    /** A write that changes nothing anybody reads. */
    static void touch(Session session, long millis) throws SQLException {
        session.update("UPDATE migration SET checked = ? WHERE number = 1", millis);
    }

    private static void apply(Session session, Map<String, String> words, String script) throws SQLException {
        String sql = script;
        for (Map.Entry<String, String> word : words.entrySet()) {
            sql = sql.replace("${" + word.getKey() + "}", word.getValue());
        }
        for (String statement : sql.split(";\\s*(\\n|$)")) {
            if (!statement.isBlank()) {
                session.update(statement);
            }
        }
    }

    private Optional<String> read(int number) {
        try (InputStream script = beside.getResourceAsStream("migrations/" + number + ".sql")) {
            return script == null ? Optional.empty() : Optional.of(new String(script.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("a migration in our own jar cannot be read", e);
        }
    }
}
