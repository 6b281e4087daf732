package org.fascicle.cdshooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long cards take over loopback: calls of {@code patient-view} with everything prefetched, at a steady rate,
 * each with a token of its own. Every second call leads to a judgement and a card. A late answer does not hold up the next
 * call, and counts from when its call was due.
 *
 * <p>{@code taskset -c 0,1 java -cp … org.fascicle.cdshooks.CardBench [calls a second] [seconds]}
 */
public final class CardBench {
    private static final int WARM_UP_SECONDS = 15;
    private static final String SERVICE = "fasciculation-patient-view";

    private final CardScene scene;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ObjectNode> requests;

    private CardBench(CardScene scene) {
        this.scene = scene;
        scene.store("coffee-and-weak-hand");
        scene.store(Charted.potassium("p-coffee-and-weak-hand", 4.2));
        scene.store(Charted.patient("p-healthy"));
        this.requests = List.of(
                scene.request("patient-view", "p-coffee-and-weak-hand"), scene.request("patient-view", "p-healthy"));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        try (CardScene scene = new CardScene(Files.createTempDirectory("card-bench"))) {
            CardBench bench = new CardBench(scene);
            bench.run(rate, WARM_UP_SECONDS);
            report(rate, bench.run(rate, seconds));
        }
    }

    /** Milliseconds that half, and 99 of 100, of the calls took at most. */
    public static double[] measure(int rate, int warmUpSeconds, int seconds) throws IOException, InterruptedException {
        try (CardScene scene = new CardScene(Files.createTempDirectory("card-bench"))) {
            CardBench bench = new CardBench(scene);
            bench.run(rate, warmUpSeconds);
            long[] nanos = bench.run(rate, seconds);
            return new double[] {millis(nanos, 0.50), millis(nanos, 0.99)};
        }
    }

    /** The time of each call in nanoseconds, sorted. */
    private long[] run(int rate, int seconds) throws InterruptedException {
        List<HttpRequest> calls = calls(rate * seconds);
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (HttpRequest call : calls) {
            long due = start + answers.size() * TimeUnit.SECONDS.toNanos(1) / rate;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            answers.add(http.sendAsync(call, BodyHandlers.ofString()).thenApply(answer -> {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                return System.nanoTime() - due;
            }));
        }
        return answers.stream().mapToLong(CompletableFuture::join).sorted().toArray();
    }

    private List<HttpRequest> calls(int count) {
        String address = scene.service(SERVICE);
        List<HttpRequest> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode body = requests.get(i % requests.size())
                    .put("hookInstance", UUID.randomUUID().toString());
            calls.add(HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + scene.signer.token(address))
                    .POST(BodyPublishers.ofString(body.toString()))
                    .build());
        }
        return calls;
    }

    private static void report(int rate, long[] nanos) {
        System.out.printf(
                "%d calls at %d/s, %d processors, load %.1f: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                nanos.length,
                rate,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                millis(nanos, 0.50),
                millis(nanos, 0.95),
                millis(nanos, 0.99),
                millis(nanos, 1));
    }

    private static double millis(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
