package org.fascicle.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work done by many at the same moment. */
public final class Together {
    private Together() {}

    /** One part of it. */
    @FunctionalInterface
    public interface Part<T> {
        T act(int number) throws Exception;
    }

    /** What each part came to, in order. None begins before all are ready; the first that failed fails all. */
    public static <T> List<T> act(int parts, Part<T> part) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(parts);
        try {
            CyclicBarrier ready = new CyclicBarrier(parts);
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                int number = i;
                calls.add(() -> {
                    ready.await();
                    return part.act(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(calls)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
