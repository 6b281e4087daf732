package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database is killed as with {@code kill -9}, all its processes at once, while we write, and started again. */
@Tag("deep")
@Timeout(300)
@NeedsPostgres
class KilledDatabaseTest {
    private static final int KILLS = 3;
    private static final int WRITERS = 6;
    private static final int TOGETHER = 4;
    private static final int SOME = 40;

    private final Queue<Key> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    @Test
    void everyAcknowledgedWriteIsThereNoTransactionInPartAndWeGoOnByOurselves() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.own();
                EmbeddedChart chart = open(cluster.database())) {
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(new Thread(() -> write(chart)));
            }
            writers.forEach(Thread::start);
            for (int kill = 0; kill < KILLS; kill++) {
                waitForMore();
                cluster.kill();
                assertUnavailable(chart);
                cluster.startAgain();
            }
            waitForMore();
            goesOn.set(false);
            for (Thread writer : writers) {
                writer.join();
            }
            for (Key key : acknowledged) {
                assertEquals(key, chart.read(key).key());
            }
            assertNoTransactionIsThereInPart(chart);
        }
    }

    private static void assertUnavailable(EmbeddedChart chart) {
        Fault fault = assertThrows(Fault.class, () -> chart.create(new Observation()));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
        assertEquals(Kind.UNAVAILABLE, assertThrows(Fault.class, chart::check).kind());
    }

    private void waitForMore() throws InterruptedException {
        int before = acknowledged.size();
        waitFor(() -> acknowledged.size() >= before + SOME);
    }

    private static void waitFor(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void write(EmbeddedChart chart) {
        while (goesOn.get()) {
            try {
                acknowledged.add(chart.create(new Observation()).key());
                chart.transact(together()).stream().map(Written::key).forEach(acknowledged::add);
            } catch (Fault away) {
                assertEquals(Kind.UNAVAILABLE, away.kind());
            }
        }
    }

    private static Bundle together() {
        String group = UUID.randomUUID().toString();
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (int i = 0; i < TOGETHER; i++) {
            Task task = new Task();
            task.getGroupIdentifier().setSystem("urn:group").setValue(group);
            bundle.addEntry()
                    .setResource(task)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl("Task");
        }
        return bundle;
    }

    private static void assertNoTransactionIsThereInPart(EmbeddedChart chart) {
        Map<String, Integer> members = new HashMap<>();
        for (Stored stored : chart.searchAll(Search.of("Task").count(500))) {
            members.merge(stored.as(Task.class).getGroupIdentifier().getValue(), 1, Integer::sum);
        }
        assertTrue(members.size() > KILLS, members::toString);
        members.forEach((group, count) -> assertEquals(TOGETHER, count, () -> "half a transaction: " + group));
    }

    private static EmbeddedChart open(String url) {
        return EmbeddedChart.open(
                url, Clock.systemUTC(), () -> UUID.randomUUID().toString());
    }
}
