package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.Search;
import org.fascicle.chart.database.Database;
import org.fascicle.chart.database.Migrations;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Parameter;
import org.fascicle.chart.index.ParameterType;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** PostgreSQL chooses by what a table holds; so it holds something of every parameter here. */
@NeedsPostgres
class QueryPlanOnPostgresTest {
    private static final int ROWS = 400;

    private static DeclaredSearches declared;
    private static Database database;

    @BeforeAll
    static void fill(@TempDir Path elsewhere) throws Exception {
        String url = PostgresCluster.freshDatabase();
        declared = DeclaredSearches.ask(elsewhere);
        EmbeddedChart.open(url, Clock.systemUTC(), () -> "unused").close();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (Parameter parameter : declared.each().toList()) {
                fill(connection, parameter);
            }
            statement.execute("ANALYZE");
        }
        database = Database.open(url, new Migrations("chart", EmbeddedChart.class));
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void everyDeclaredParameterIsSearchedAlongAnIndex() {
        assertTrue(declared.each().count() > 150);
        Stream.concat(declared.alone(), declared.ofAPatient()).forEach(QueryPlanOnPostgresTest::assertIndexed);
    }

    /** That this test can fail: by value alone nothing is found along an index. */
    @Test
    void aSearchThatNoIndexServesWouldBeSeen() {
        Sql unserved = new Sql().add("SELECT d.pid FROM search_value d WHERE d.value = ?", "value7");
        assertThrows(AssertionFailedError.class, () -> assertIndexed("a search by value alone", unserved));
    }

    private static void assertIndexed(Search search) {
        assertIndexed(search, Query.rows(Criteria.read(search, ZoneOffset.UTC), Optional.empty(), 20));
    }

    /** By the index itself, not by reading one from end to end: of the primary key only the resource's number leads. */
    private static void assertIndexed(Object what, Sql sql) {
        List<String> plan = database.read(
                session -> session.query("EXPLAIN " + sql.text(), row -> row.getString(1), sql.arguments()));
        assertFalse(plan.isEmpty());
        for (int step = 0; step < plan.size(); step++) {
            String line = plan.get(step);
            assertFalse(line.contains("Seq Scan"), () -> what + " reads a whole table: " + plan);
            if (line.contains("Index") && line.contains("Scan")) {
                String condition = step + 1 < plan.size() ? plan.get(step + 1) : "";
                assertTrue(isBounded(line, condition), () -> what + " reads a whole index: " + plan);
            }
        }
    }

    private static boolean isBounded(String step, String condition) {
        if (!condition.contains("Index Cond:")) {
            return false;
        }
        if (step.contains("search_value_pkey") || step.contains("resource_pkey")) {
            return condition.contains("pid = ");
        }
        return condition.contains("param = ") || condition.contains("type = ");
    }

    /** Of each parameter some values: of its own type's resources, which are made with the first. */
    private static void fill(Connection connection, Parameter parameter) throws SQLException {
        if (parameter.name().equals(Parameter.ID)) {
            run(
                    connection,
                    "INSERT INTO resource (type, id, version, updated) SELECT ?, 'r' || n, 1, 1767225600000 + n * 100000000::bigint"
                            + " FROM generate_series(1, " + ROWS + ") n",
                    parameter.resource());
        } else if (parameter.isExtracted() && parameter.storedAs().endsWith("." + parameter.name())) {
            boolean isTime = parameter.type() == ParameterType.DATE;
            run(
                    connection,
                    "INSERT INTO search_value (pid, param, value, low, high) SELECT pid, ?, "
                            + (isTime ? "'', updated, updated + 1000" : "'value' || pid, NULL, NULL")
                            + " FROM resource WHERE type = ?",
                    parameter.storedAs(),
                    parameter.resource());
        }
    }

    private static void run(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            assertEquals(ROWS, statement.executeUpdate(), sql);
        }
    }
}
