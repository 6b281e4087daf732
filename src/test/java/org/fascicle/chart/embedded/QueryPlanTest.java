package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Search;
import org.fascicle.chart.database.Database;
import org.fascicle.chart.database.Migrations;
import org.fascicle.chart.database.Session;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Parameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's own plan for what we ask: no search reads a whole table, and along an index there is no sorting. */
class QueryPlanTest {
    /** The first step jumps to what is sought: by value or time among those of a parameter, by id or time of a type. */
    private static final Pattern BOUNDED = Pattern.compile("^SEARCH d USING (COVERING )?INDEX \\w+"
            + " \\((param=\\? AND (value|low|high)[=<>]|type=\\? AND (id|updated)[=<>])");

    private static DeclaredSearches declared;

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

    @BeforeAll
    static void ask(@TempDir Path elsewhere) {
        declared = DeclaredSearches.ask(elsewhere);
    }

    @Test
    void whatIsDeclaredIsWhatTheStoreKeeps() {
        assertEquals(Catalogue.types(), declared.parameters().keySet());
        for (String type : Catalogue.types()) {
            assertEquals(
                    Catalogue.parameters(type).stream().map(Parameter::name).collect(Collectors.toSet()),
                    declared.parameters().get(type));
        }
    }

    @Test
    void everyDeclaredParameterIsSearchedAlongAnIndex() {
        declared.alone().forEach(search -> {
            String first = assertIndexed(search).get(0);
            assertTrue(BOUNDED.matcher(first).find(), () -> search + " reads more than it finds: " + first);
        });
    }

    @Test
    void everyDeclaredParameterNarrowsAPatientsSearchAlongAnIndex() {
        declared.ofAPatient().forEach(search -> {
            String first = assertIndexed(search).get(0);
            assertTrue(BOUNDED.matcher(first).find(), () -> search + " reads more than it finds: " + first);
        });
    }

    /** No index knows how a text ends: such a search reads what is kept of its parameter, and of no other. */
    @Test
    void aSystemWithoutACodeIsSearchedAmongTheValuesOfItsParameterOnly() {
        String first = assertIndexed(
                        Search.of("Observation").with(new Clause("code", "", List.of("http://loinc.org|"))))
                .get(0);
        assertTrue(first.contains("INDEX search_value_text (param=?)"), first);
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
}
