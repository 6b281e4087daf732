package org.fascicle.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.Heap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many at once, slow ones and large ones. Numbers as in the list of threats. */
@Tag("deep")
class SiegeTest extends ServerTest {
    private static final int CALLERS = 200;

    @Test
    void C9_slowSendersDoNotKeepOthersWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Socket socket = new Socket("127.0.0.1", server.base().getPort());
            String head = i % 2 == 0
                    ? "GET /fhir/metadata HTTP/1.1\r\nHost: x\r\nX-Slow: "
                    : "POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+json\r\n"
                            + "Content-Length: 1000\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            slow.add(socket);
        }
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            server.get("/Questionnaire?_count=1").expect(200);
        }
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertTrue(seconds < 25, "twenty requests took " + seconds + " s beside 150 slow senders");
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void C9_aSenderWhoTricklesIsCutOff() throws IOException, InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", server.base().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Content-Type: application/fhir+json\r\nContent-Length: 100000\r\n\r\n")
                            .getBytes(UTF_8));
            long start = System.nanoTime();
            while (socket.getInputStream().available() == 0) {
                socket.getOutputStream().write(' ');
                Thread.sleep(500);
                assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 60, "never cut off");
            }
            String answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertEquals("HTTP/1.1 408", answer);
        }
    }

    @Test
    void C9_twoHundredAtOnceAreAllAnsweredAndTheHeapComesBack() throws Exception {
        ExampleCase example = ExampleCase.all()
                .filter(one -> one.name().equals("potassium-2-3-benign-history"))
                .findFirst()
                .orElseThrow();
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":"
                + example.responseJson() + "},{\"name\":\"chart\",\"resource\":"
                + example.chartJson().orElseThrow() + "}]}";
        storm(5, () -> server.post("/QuestionnaireResponse/$assess", body).status());
        long before = Heap.live();
        Set<Integer> statuses = new TreeSet<>(storm(
                25, () -> server.post("/QuestionnaireResponse/$assess", body).status()));
        long after = Heap.live();
        assertEquals(Set.of(200), statuses);
        long grown = (after - before) / (1024 * 1024);
        assertTrue(grown < 32, "the heap grew by " + grown + " MiB over 5000 requests");
    }

    @Test
    void C8_twoHundredLargeBundlesAtOnceAreAnsweredOrToldToComeAgain() throws Exception {
        String entry = "{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\""
                + "x".repeat(1_500) + "\"}},\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}";
        String bomb = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + Collections.nCopies(1_000, entry).stream().collect(Collectors.joining(",")) + "]}";
        Set<Integer> statuses =
                new TreeSet<>(storm(1, () -> server.post("", bomb).status()));
        assertTrue(Set.of(422, 503).containsAll(statuses), statuses.toString());
        server.get("/metadata").expect(200);
    }

    /** So many times by so many callers at once. */
    private static List<Integer> storm(int times, Callable<Integer> ask) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<List<Integer>>> asked = callers.invokeAll(Collections.nCopies(CALLERS, () -> {
            List<Integer> statuses = new ArrayList<>();
            for (int n : IntStream.range(0, times).toArray()) {
                statuses.add(ask.call());
            }
            return statuses;
        }));
        callers.shutdown();
        List<Integer> all = new ArrayList<>();
        for (Future<List<Integer>> one : asked) {
            all.addAll(one.get());
        }
        return all;
    }
}
