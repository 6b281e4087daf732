package org.fascicle.chart.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * The one thread that writes. What arrives while a commit is on its way to the disk goes into the next one together, so the
 * number of writes a second is not bound by the number of commits a second. Nobody is answered before the commit is durable.
 */
final class Writer implements AutoCloseable {
    private static final int MOST_IN_A_GROUP = 256;
    private static final int MOST_WAITING = 4_096;
    private static final long WAIT_SECONDS = 10;

    private final BlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong commits = new AtomicLong();
    private final Dialect dialect;
    private final Committer committer;
    private final Thread thread = new Thread(this::run, "store-writer");
    private volatile boolean open = true;

    Writer(Dialect dialect) {
        this.dialect = dialect;
        this.committer = new Committer(dialect);
        thread.setDaemon(true);
        thread.start();
    }

    /** Does the work in a transaction, and returns when it is durable. */
    <T> T write(Work<T> work) {
        Pending<T> pending = new Pending<>(work);
        enqueue(pending);
        if (!open && queue.remove(pending)) {
            throw closed();
        }
        return pending.await();
    }

    /** How many transactions have been committed. */
    long commits() {
        return commits.get();
    }

    /** Finishes what waits, then stops. */
    @Override
    public void close() {
        open = false;
        enqueue(new Pending<>(session -> null));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(Pending<?> pending) {
        try {
            if (queue.offer(pending) || queue.offer(pending, WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Fault(Kind.UNAVAILABLE, "too many writes wait for the store; try again later");
    }

    private void run() {
        List<Pending<?>> group = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                queue.drainTo(group, MOST_IN_A_GROUP - 1);
                commit(group);
            } catch (InterruptedException e) {
                open = false;
            }
            group.clear();
        }
        committer.close();
    }

    private void commit(List<Pending<?>> group) {
        try {
            dialect.check();
            committer.commit(group);
            commits.incrementAndGet();
            group.forEach(Pending::tell);
        } catch (SQLException e) {
            committer.close();
            failAll(group, Failures.fault(e));
        } catch (RuntimeException | Error e) {
            committer.close();
            failAll(group, e);
        }
    }

    private static void failAll(List<Pending<?>> group, Throwable failure) {
        group.forEach(pending -> pending.fail(failure));
    }

    private static Fault closed() {
        return new Fault(Kind.UNAVAILABLE, "the store is closed; start the server again");
    }
}
