package org.fascicle.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on lines with all cores and hands the outcomes on in the order of the lines. No more than a few batches for each
 * core are under way at once, so memory stays constant however long the input is.
 */
final class Conveyor implements AutoCloseable {
    private static final int BATCH = 64;
    private static final int BATCHES_PER_CORE = 4;

    private final ExecutorService workers;
    private final int room;

    Conveyor(int threads) {
        workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "assess");
            thread.setDaemon(true);
            return thread;
        });
        room = threads * BATCHES_PER_CORE;
    }

    void run(Iterator<Line> lines, Function<Line, Outcome> work, Consumer<Outcome> out) throws InterruptedException {
        Deque<Future<List<Outcome>>> underWay = new ArrayDeque<>();
        while (lines.hasNext()) {
            List<Line> batch = batch(lines);
            underWay.add(workers.submit(() -> batch.stream().map(work).toList()));
            if (underWay.size() >= room) {
                finish(underWay.remove(), out);
            }
        }
        while (!underWay.isEmpty()) {
            finish(underWay.remove(), out);
        }
    }

    private static List<Line> batch(Iterator<Line> lines) {
        List<Line> batch = new ArrayList<>(BATCH);
        while (lines.hasNext() && batch.size() < BATCH) {
            batch.add(lines.next());
        }
        return batch;
    }

    private static void finish(Future<List<Outcome>> batch, Consumer<Outcome> out) throws InterruptedException {
        try {
            batch.get().forEach(out);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
