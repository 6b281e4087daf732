package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.Test;

/** What only a store in a file can do, and what can only happen to one. */
class StoreFileTest extends StoreTest {

    @Test
    void aCopyOfARunningStoreIsAStoreWithEverythingInIt() {
        Stored first = chart.update(OperatingTest.anna()).stored();
        Stored second = chart.update(OperatingTest.anna().setActive(true)).stored();
        Path copy = folder.resolve("copy.db");
        chart.backUp(copy);
        chart.update(OperatingTest.anna().setActive(false));
        try (EmbeddedChart copied = EmbeddedChart.open("jdbc:sqlite:" + copy, clock, () -> "unused")) {
            assertEquals(second, copied.read(first.key()));
            assertEquals(first, copied.read(first.key(), "1"));
            assertEquals(
                    1,
                    copied.search(Search.of("Patient").where("name", "anna"))
                            .matches()
                            .size());
        }
    }

    @Test
    void aHealthyStorePassesItsCheckAndOneThatIsGoneSaysSo() throws Exception {
        chart.check();
        Files.delete(folder.resolve("chart.db"));
        Fault fault = assertFault(Kind.UNAVAILABLE, chart::check);
        assertTrue(fault.getMessage().contains("is gone"), fault.getMessage());
        assertFault(Kind.UNAVAILABLE, () -> chart.create(OperatingTest.anna()));
    }
}
