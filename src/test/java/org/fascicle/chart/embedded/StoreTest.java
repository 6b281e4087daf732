package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A real store for each test: SQLite in a temporary file; {@link StoreOnPostgresTest} says where else. */
abstract class StoreTest {
    @TempDir
    Path folder;

    final StepClock clock = new StepClock();
    final AtomicInteger ids = new AtomicInteger();
    String url;
    EmbeddedChart chart;

    @BeforeEach
    void open() {
        url = place();
        chart = open(clock);
    }

    /** The JDBC URL of an empty place. */
    String place() {
        return "jdbc:sqlite:" + folder.resolve("chart.db");
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
}
