package org.fascicle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.Heap;
import org.fascicle.testing.HttpAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as it is started, with five hundred clients who are slow or greedy in five ways, each with an address of its own,
 * and one who is neither.
 */
@Tag("deep")
class SoakTest {
    private static final int OF_A_KIND = 100;
    private static final int GOOD_REQUESTS = 40;
    private static final int MOST_TRIES = 60;

    /** A hundred unread answers, and eight who send: they never take all 150 places. A few are left for a machine that sleeps. */
    private static final int MOST_TOLD_TO_COME_AGAIN = 4;

    @TempDir
    Path folder;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger last = new AtomicInteger();
    private final List<Socket> open = new ArrayList<>();
    private Serving serving;

    @Test
    void c9_fiveHundredSlowOrGreedyClientsDoNotStopAGoodOneAndTheHeapComesBack() throws Exception {
        serving = Serving.start(
                Settings.from(Map.of(
                        "FASCICLE_PORT", "0",
                        "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"),
                        "FASCICLE_RATE", "10",
                        "FASCICLE_TRUSTED_PROXY", "127.0.0.1")),
                Clock.systemUTC());
        try {
            good(5);
            long before = Heap.live();
            List<Thread> crowd = crowd();
            crowd.forEach(Thread::start);
            Map<Integer, Integer> answers = good(GOOD_REQUESTS);
            isOver.set(true);
            closeAll();
            for (Thread one : crowd) {
                one.join();
            }
            good(5);
            long grown = (Heap.live() - before) / (1024 * 1024);

            System.out.println("soak: the good one was answered " + answers + "; the token that hammers was refused "
                    + told + " times; the heap grew by " + grown + " MiB");
            assertEquals(GOOD_REQUESTS, answers.get(200));
            assertTrue(
                    answers.getOrDefault(503, 0) <= MOST_TOLD_TO_COME_AGAIN,
                    "the good one was told to come again " + answers.get(503) + " times");
            assertTrue(told.get() > 0, "the token that hammers is told to wait");
            assertTrue(grown < 32, "the heap grew by " + grown + " MiB");
        } finally {
            isOver.set(true);
            closeAll();
            serving.close();
        }
    }

    private List<Thread> crowd() {
        List<Thread> crowd = new ArrayList<>();
        crowd.add(new Thread(() -> trickle("GET /fhir/metadata HTTP/1.1\r\nHost: x\r\n%s\r\nX-Slow: ")));
        crowd.add(new Thread(() -> trickle("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\n%s\r\n"
                + "Content-Type: application/fhir+json\r\nContent-Length: 100000\r\n\r\n")));
        crowd.add(new Thread(this::neverRead));
        IntStream.range(0, 4).forEach(n -> crowd.add(new Thread(() -> hugeBodies(n))));
        IntStream.range(0, 4).forEach(n -> crowd.add(new Thread(this::hammer)));
        return crowd;
    }

    /** A hundred who send a byte now and then. */
    private void trickle(String head) {
        List<Socket> slow = connect(OF_A_KIND, head);
        while (!isOver.get()) {
            slow.forEach(one -> send(one, "x"));
            rest();
        }
    }

    /** A hundred who ask for much, again and again, and look at nothing of it. */
    private void neverRead() {
        String request = "GET /fhir/Questionnaire?_count=50 HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n";
        List<Socket> greedy = connect(OF_A_KIND, request);
        while (!isOver.get()) {
            greedy.forEach(one -> send(one, request.formatted(from())));
            rest();
        }
    }

    /** A hundred, four at a time, who send more than is taken. */
    private void hugeBodies(int way) {
        byte[] part = "x".repeat(64 * 1_024).getBytes(US_ASCII);
        for (int i = way; i < OF_A_KIND && !isOver.get(); i += 4) {
            try (Socket socket = socket()) {
                socket.getOutputStream()
                        .write(("POST /fhir/Patient HTTP/1.1\r\nHost: x\r\n" + from()
                                        + "\r\nContent-Type: application/fhir+json\r\nContent-Length: 50000000\r\n\r\n")
                                .getBytes(US_ASCII));
                for (int sent = 0; sent < 760 && !isOver.get(); sent++) {
                    socket.getOutputStream().write(part);
                }
            } catch (IOException refused) {
                // Cut off, as it should be.
            }
        }
    }

    /** A hundred with one token, four at a time. */
    private void hammer() {
        while (!isOver.get()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(serving.base() + "/fhir/Patient/none"))
                    .header("X-Forwarded-For", address())
                    .header("Authorization", "Bearer one-token")
                    .build();
            told.addAndGet(HttpAnswer.to(request).status() == 429 ? 1 : 0);
        }
    }

    /** Answers how often each status came to one who comes again when told to. */
    private Map<Integer, Integer> good(int times) throws InterruptedException {
        ExampleCase example = ExampleCase.all().findFirst().orElseThrow();
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":"
                + example.responseJson() + "}]}";
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < times; i++) {
            int status = 0;
            for (int tries = 0; tries < MOST_TRIES && status != 200; tries++) {
                HttpAnswer answer = HttpAnswer.to(
                        HttpRequest.newBuilder(URI.create(serving.base() + "/fhir/QuestionnaireResponse/$assess"))
                                .header("Content-Type", "application/fhir+json")
                                .header("X-Forwarded-For", "10.9.9.9")
                                .POST(BodyPublishers.ofString(body))
                                .build());
                status = answer.status();
                statuses.merge(status, 1, Integer::sum);
                if (status != 200) {
                    assertTrue(status == 503 && !answer.header("Retry-After").isEmpty(), status + answer.body());
                    Thread.sleep(1_000);
                }
            }
            Thread.sleep(200);
        }
        return statuses;
    }

    private List<Socket> connect(int many, String head) {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            try {
                Socket socket = socket();
                sockets.add(socket);
                send(socket, head.formatted(from()));
            } catch (IOException refused) {
                // Fewer, then.
            }
        }
        return sockets;
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", serving.base().getPort());
        socket.setSoTimeout(30_000);
        synchronized (open) {
            open.add(socket);
        }
        return socket;
    }

    /** What cannot be sent, because nobody reads or the connection was cut, is left. */
    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException cutOff) {
            // As it should be.
        }
    }

    private String from() {
        return "X-Forwarded-For: " + address();
    }

    private String address() {
        int n = last.getAndIncrement() % 60_000;
        return "10.1." + n / 250 + "." + n % 250;
    }

    private static void rest() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() {
        synchronized (open) {
            open.forEach(socket -> {
                try {
                    socket.close();
                } catch (IOException closed) {
                    // It is closed.
                }
            });
            open.clear();
        }
    }
}
