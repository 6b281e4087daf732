package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Written;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.fascicle.testing.Together;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several nodes of ours on one PostgreSQL: whatever they do at the same moment is done as if one did it after the other. */
@NeedsPostgres
class NodesOnPostgresTest {
    private static final int NODES = 3;

    private final List<EmbeddedChart> nodes = new ArrayList<>();
    private String url;

    @BeforeEach
    void place() {
        url = PostgresCluster.freshDatabase();
    }

    @AfterEach
    void close() {
        nodes.forEach(EmbeddedChart::close);
    }

    @Test
    void nodesThatStartAtTheSameMomentMakeTheSchemaOnce() throws Exception {
        nodes.addAll(Together.act(6, node -> open()));
        Key key = nodes.get(0).create(new Observation()).key();
        for (EmbeddedChart node : nodes) {
            assertEquals(key, node.read(key).key());
        }
    }

    @Test
    void ofManyThatCreateTheSameOnceOneCreatesAndAllGetTheSame() throws Exception {
        start();
        for (int round = 0; round < 10; round++) {
            String value = "v" + round;
            List<Written> written = Together.act(9, number -> once(node(number), value));
            assertEquals(
                    1,
                    written.stream()
                            .filter(each -> each.outcome() == Written.Outcome.CREATED)
                            .count(),
                    value);
            assertEquals(1, written.stream().map(Written::key).distinct().count(), value);
        }
    }

    @Test
    void updatesOfOneResourceAllCountAndNoVersionIsGivenTwice() throws Exception {
        start();
        List<String> versions = Together.act(60, number -> {
            Task task = new Task();
            task.setId("shared");
            return node(number).update(task).stored().version();
        });
        assertEquals(
                IntStream.rangeClosed(1, 60).boxed().toList(),
                versions.stream().map(Integer::valueOf).sorted().toList());
    }

    @Test
    @Tag("deep")
    void transactionsThatConflictAreDoneAgainUntilEachIsWhole() throws Exception {
        start();
        int writers = 4 * NODES;
        int rounds = 25;
        Together.act(writers, number -> {
            for (int round = 0; round < rounds; round++) {
                node(number).transact(pair(number + "-" + round));
            }
            return number;
        });
        assertEquals(
                writers * rounds,
                nodes.get(0).searchAll(Search.of("Observation").count(500)).size());
        assertEquals(
                Integer.toString(writers * rounds),
                nodes.get(1).read(new Key("Task", "counter")).version());
    }

    /** A new resource, and another version of one that everybody writes. */
    private static Bundle pair(String value) {
        Observation observation = new Observation();
        observation.addIdentifier().setSystem("urn:test").setValue(value);
        Task counter = new Task();
        counter.setId("counter");
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(observation)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Observation")
                .setIfNoneExist("identifier=urn:test|" + value);
        bundle.addEntry()
                .setResource(counter)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Task/counter");
        return bundle;
    }

    private static Written once(EmbeddedChart chart, String value) {
        Task task = new Task();
        task.addIdentifier().setSystem("urn:test").setValue(value);
        return chart.create(task, SearchUrl.read("Task?identifier=urn:test|" + value));
    }

    private void start() {
        for (int i = 0; i < NODES; i++) {
            nodes.add(open());
        }
    }

    private EmbeddedChart node(int number) {
        return nodes.get(number % NODES);
    }

    private EmbeddedChart open() {
        return EmbeddedChart.open(
                url, Clock.systemUTC(), () -> UUID.randomUUID().toString());
    }
}
