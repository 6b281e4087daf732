package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Search;
import org.fascicle.chart.database.Database;
import org.fascicle.chart.database.Migrations;
import org.fascicle.chart.database.Session;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Parameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's own plan for what we ask: no search reads a whole table, and along an index there is no sorting. */
class QueryPlanTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        String url = "jdbc:sqlite:" + folder.resolve("chart.db");
        EmbeddedChart.open(url, Clock.systemUTC(), () -> "unused").close();
        database = Database.open(url, new Migrations("chart", EmbeddedChart.class));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyDeclaredParameterIsSearchedAlongAnIndex() {
        for (String type : Catalogue.types()) {
            for (Parameter parameter : Catalogue.parameters(type)) {
                for (String value : values(parameter)) {
                    assertIndexed(Search.of(type).with(clause(parameter, value)));
                    assertIndexed(Search.of(type).with(clause(parameter, value)).where("_lastUpdated", "ge2026"));
                }
            }
        }
    }

    @Test
    void everyDeclaredParameterNarrowsAPatientsSearchAlongAnIndex() {
        for (String type : Catalogue.types()) {
            for (Parameter parameter : Catalogue.parameters(type)) {
                if (Catalogue.parameters(type).stream()
                        .anyMatch(other -> other.name().equals("patient"))) {
                    Search search = Search.of(type)
                            .where("patient", "Patient/1")
                            .with(clause(parameter, values(parameter).get(0)));
                    String first = assertIndexed(search).get(0);
                    boolean starts = first.contains("param=? AND value=?") || first.contains("param=? AND value>?");
                    assertTrue(starts || parameter.name().equals("_id"), () -> search + ": " + first);
                }
            }
        }
    }

    @Test
    void everySortRunsAlongAnIndexWithoutSorting() {
        for (String type : Catalogue.types()) {
            assertUnsorted(Search.of(type));
            for (Parameter parameter : Catalogue.parameters(type)) {
                if (parameter.isSortable()) {
                    assertUnsorted(Search.of(type).sorted(parameter.name()));
                    assertUnsorted(Search.of(type).sorted("-" + parameter.name()));
                }
            }
        }
    }

    @Test
    void aSearchByOneValueOrOneDateRunsAlongItsIndexWithoutSorting() {
        assertUnsorted(Search.of("Observation").where("patient", "Patient/1"));
        assertUnsorted(Search.of("Observation").whereToken("code", "http://loinc.org", "2823-3"));
        assertUnsorted(Search.of("Observation").where("date", "ge2026"));
        assertUnsorted(Search.of("Observation").where("date", "lt2026"));
        assertUnsorted(Search.of("Observation").where("date", "2026"));
        assertUnsorted(Search.of("Observation").where("_lastUpdated", "ge2026"));
    }

    private List<String> assertIndexed(Search search) {
        List<String> plan = plan(search);
        assertFalse(plan.isEmpty());
        for (String step : plan) {
            assertFalse(step.startsWith("SCAN"), () -> search + " reads a whole table: " + plan);
            assertFalse(step.contains("AUTOMATIC"), () -> search + " lacks an index: " + plan);
        }
        return plan;
    }

    private void assertUnsorted(Search search) {
        List<String> plan = assertIndexed(search);
        assertFalse(plan.stream().anyMatch(step -> step.contains("TEMP B-TREE")), () -> search + " sorts: " + plan);
        boolean byId = search.sort()
                .map(sort -> sort.endsWith("_id"))
                .orElse(search.clauses().isEmpty());
        List<String> next = plan(search, Optional.of(new Cursor(byId ? "a" : 1L, 1)));
        assertFalse(next.stream().anyMatch(step -> step.contains("TEMP B-TREE")), () -> search + " sorts: " + next);
    }

    private List<String> plan(Search search) {
        return plan(search, Optional.empty());
    }

    private List<String> plan(Search search, Optional<Cursor> after) {
        Sql sql = Query.rows(Criteria.read(search, ZoneOffset.UTC), after, 20);
        return database.read(session -> plan(session, sql));
    }

    private static List<String> plan(Session session, Sql sql) throws SQLException {
        return session.query("EXPLAIN QUERY PLAN " + sql.text(), row -> row.getString(4), sql.arguments());
    }

    private static org.fascicle.chart.Clause clause(Parameter parameter, String value) {
        return new Clause(parameter.name(), "", List.of(value));
    }

    private static List<String> values(Parameter parameter) {
        if (parameter.name().equals("_id")) {
            return List.of("a");
        }
        return switch (parameter.type()) {
            case TOKEN -> List.of("code", "system|code", "|code");
            case REFERENCE -> new ArrayList<>(List.of("1", "http://a.example/1"));
            case DATE -> List.of("2026", "ge2026", "lt2026", "sa2026", "eb2026");
            case STRING -> List.of("mu");
            case URI -> List.of("http://a.example");
        };
    }
}
