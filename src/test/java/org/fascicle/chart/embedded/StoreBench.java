package org.fascicle.chart.embedded;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/**
 * Measures the store on this machine and prints what it finds; asserts nothing.
 *
 * <p>Arguments: the folder to measure in (default: temporary), how many resources to grow to (default 100 000).
 */
public final class StoreBench {
    private static final Random RANDOM = new Random(1);
    private static final String LOINC = "http://loinc.org";

    private StoreBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("store-bench");
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Files.createDirectories(folder);
        System.out.printf("raw commits a second: %.0f%n", rawCommits(folder.resolve("raw.db")));
        String url = arguments.length > 2 ? arguments[2] : "jdbc:sqlite:" + folder.resolve("chart.db");
        long start = System.nanoTime();
        try (EmbeddedChart chart = open(url)) {
            System.out.printf("first open: %d ms%n", (System.nanoTime() - start) / 1_000_000);
            writes(chart, 8, size / 50, 2_000);
            for (int threads : new int[] {1, 8, 64}) {
                writes(chart, threads, size / 50, 20_000);
            }
            grow(chart, size / 50, size);
            for (int round = 0; round < 2; round++) {
                reads(chart, size / 50);
            }
        }
        if (Files.exists(folder.resolve("chart.db"))) {
            System.out.printf("file: %d MiB%n", Files.size(folder.resolve("chart.db")) >> 20);
        }
        start = System.nanoTime();
        open(url).close();
        System.out.printf("open and close again: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    private static EmbeddedChart open(String url) {
        return EmbeddedChart.open(
                url, Clock.systemUTC(), () -> UUID.randomUUID().toString());
    }

    private static double rawCommits(Path file) throws SQLException, IOException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, body TEXT)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO raw (body) VALUES (?)")) {
                insert.setString(1, "x".repeat(1_000));
                long start = System.nanoTime();
                for (int i = 0; i < 5_000; i++) {
                    insert.executeUpdate();
                }
                return 5_000e9 / (System.nanoTime() - start);
            }
        }
    }

    private static void writes(EmbeddedChart chart, int threads, int patients, int count) throws Exception {
        long commits = chart.commits();
        long[] nanos = parallel(threads, count, i -> chart.create(observation(RANDOM.nextInt(patients))));
        report("create, " + threads + " threads", nanos, count);
        System.out.printf("    %.1f writes a commit%n", (double) count / (chart.commits() - commits));
    }

    private static void grow(EmbeddedChart chart, int patients, int size) throws Exception {
        long start = System.nanoTime();
        int have = 62_000;
        parallel(4, Math.max(0, (size - have) / 100), i -> {
            Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
            for (int n = 0; n < 100; n++) {
                bundle.addEntry()
                        .setResource(observation(RANDOM.nextInt(patients)))
                        .getRequest()
                        .setMethod(Bundle.HTTPVerb.POST)
                        .setUrl("Observation");
            }
            chart.transact(bundle);
        });
        System.out.printf("grown to %d in %d s%n", size, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static void reads(EmbeddedChart chart, int patients) throws Exception {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            chart.search(Search.of("Observation").where("patient", "Patient/p" + RANDOM.nextInt(patients)))
                    .matches()
                    .forEach(stored -> keys.add(stored.key()));
        }
        for (int threads : new int[] {1, 4}) {
            String on = ", " + threads + " threads";
            report("read" + on, parallel(threads, 20_000, i -> chart.read(keys.get(i % keys.size()))), 20_000);
            report(
                    "patient + code, newest first" + on,
                    parallel(
                            threads,
                            5_000,
                            i -> chart.search(Search.of("Observation")
                                    .where("patient", "Patient/p" + i % patients)
                                    .whereToken("code", LOINC, "2823-3", "2951-2")
                                    .sorted("-date")
                                    .count(20))),
                    5_000);
            report(
                    "patient, page of 50" + on,
                    parallel(
                            threads,
                            5_000,
                            i -> chart.search(Search.of("Observation").where("patient", "Patient/p" + i % patients))),
                    5_000);
        }
        report(
                "newest 20 of all",
                parallel(
                        1,
                        1_000,
                        i -> chart.search(
                                Search.of("Observation").sorted("-date").count(20))),
                1_000);
    }

    private static long[] parallel(int threads, int count, IntConsumer work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads, StoreBench::daemon);
        AtomicLong next = new AtomicLong();
        long[] nanos = new long[count + 1];
        long start = System.nanoTime();
        List<Callable<Void>> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            workers.add(() -> {
                for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    work.accept((int) i);
                    nanos[(int) i] = System.nanoTime() - begin;
                }
                return null;
            });
        }
        for (var done : pool.invokeAll(workers)) {
            done.get();
        }
        nanos[count] = System.nanoTime() - start;
        pool.shutdown();
        return nanos;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static void report(String what, long[] nanos, int count) {
        long all = nanos[count];
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        System.out.printf(
                "%-45s %8.0f/s  p50 %6d us  p99 %6d us%n",
                what, count * 1e9 / all, sorted[count / 2] / 1_000, sorted[count * 99 / 100] / 1_000);
    }

    private static Observation observation(int patient) {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.getSubject().setReference("Patient/p" + patient);
        observation
                .addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/observation-category")
                .setCode("laboratory");
        observation
                .getCode()
                .addCoding()
                .setSystem(LOINC)
                .setCode(List.of("2823-3", "2951-2", "17861-6", "2160-0", "2345-7")
                        .get(RANDOM.nextInt(5)))
                .setDisplay("a laboratory result with a name of usual length");
        observation.setEffective(new DateTimeType(String.format(
                "20%02d-%02d-%02dT%02d:15:00Z",
                10 + RANDOM.nextInt(16), 1 + RANDOM.nextInt(12), 1 + RANDOM.nextInt(28), RANDOM.nextInt(24))));
        observation.setValue(new Quantity()
                .setValue(BigDecimal.valueOf(RANDOM.nextInt(900), 2))
                .setUnit("mmol/L")
                .setSystem("http://unitsofmeasure.org")
                .setCode("mmol/L"));
        return observation;
    }
}
