package org.fascicle.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fascicle.testing.HttpAnswer;

/**
 * Whatever is sent to the program as it is started: it answers, with no error of its own, refuses with an OperationOutcome that
 * tells nothing of what is inside, and works on.
 */
@Tag("deep")
class FuzzProperties {
    private static final List<String> DIED = new CopyOnWriteArrayList<>();

    private static Subject subject;

    @BeforeContainer
    static void start() throws IOException {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> DIED.add(thread.getName() + " died of " + thrown));
        subject = Subject.start(Files.createTempDirectory("fuzz"));
    }

    @AfterContainer
    static void stop() {
        subject.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @Example
    void aBodyAtTheFhirDoor() throws Exception {
        survives(new Bodies());
    }

    @Example
    void anAddressAtTheFhirDoor() throws Exception {
        survives(new Addresses());
    }

    @Example
    void aCallForCards() throws Exception {
        survives(new Calls(subject));
    }

    private static void survives(Entry entry) throws IOException, InterruptedException {
        Map<Integer, Integer> statuses = new Fuzzing(entry, subject.base()).run();

        assertTrue(statuses.getOrDefault(200, 0) + statuses.getOrDefault(201, 0) > 0, statuses.toString());
        assertTrue(statuses.getOrDefault(400, 0) > 0, statuses.toString());
        assertEquals(List.of(), DIED);
        for (String path : List.of("/health/live", "/health/ready", "/fhir/metadata", "/cds-services")) {
            HttpAnswer.to(HttpRequest.newBuilder(URI.create(subject.base() + path))
                            .build())
                    .expect(200);
        }
    }
}
