package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real store for each test: SQLite in a temporary file, or, with {@code -Dfascicle.test.store=jdbc:postgresql://…}, a
 * schema of its own there.
 */
abstract class StoreTest {
    private static final String ELSEWHERE = System.getProperty("fascicle.test.store", "");

    @TempDir
    Path folder;

    final StepClock clock = new StepClock();
    final AtomicInteger ids = new AtomicInteger();
    String url;
    EmbeddedChart chart;

    @BeforeEach
    void open() throws SQLException {
        url = ELSEWHERE.isEmpty() ? "jdbc:sqlite:" + folder.resolve("chart.db") : schema();
        chart = open(clock);
    }

    @AfterEach
    void close() {
        chart.close();
    }

    EmbeddedChart open(Clock other) {
        return EmbeddedChart.open(url, other, () -> "n" + ids.incrementAndGet());
    }

    List<String> find(String search) {
        return chart.searchAll(SearchUrl.read(search)).stream()
                .map(stored -> stored.key().id())
                .sorted()
                .toList();
    }

    List<String> inOrder(Search search) {
        return chart.searchAll(search).stream().map(stored -> stored.key().id()).toList();
    }

    static Fault assertFault(Kind kind, Executable work) {
        Fault fault = assertThrows(Fault.class, work);
        assertEquals(kind, fault.kind(), fault.getMessage());
        return fault;
    }

    private static String schema() throws SQLException {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(ELSEWHERE);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        return ELSEWHERE + (ELSEWHERE.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }
}
