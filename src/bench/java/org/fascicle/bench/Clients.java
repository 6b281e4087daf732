package org.fascicle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many clients that ask one thing again and again, each as soon as it has its answer. */
record Clients(int count, Duration time) {

    /** Median and 99th percentile in microseconds, and answers a second. */
    Map<String, Double> measure(String name, Runnable asking) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            Callable<List<Long>> client = () -> ask(asking);
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> one : threads.invokeAll(java.util.Collections.nCopies(count, client))) {
                nanos.addAll(one.get());
            }
            return figures(name + " x" + count, nanos.stream().sorted().toList());
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> ask(Runnable asking) {
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            asking.run();
            nanos.add(System.nanoTime() - begin);
        }
        return nanos;
    }

    private Map<String, Double> figures(String name, List<Long> sorted) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put(name + " p50", sorted.get(sorted.size() / 2) / 1e3);
        figures.put(name + " p99", sorted.get(sorted.size() * 99 / 100) / 1e3);
        figures.put(name + " a second", sorted.size() / (double) time.toSeconds());
        return figures;
    }
}
