package org.fascicle.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.fault.Fault;
import org.fascicle.state.Queue;
import org.fascicle.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the chart and does what follows, until it is closed. Killed at any moment, it goes on where it was when it is
 * started again.
 */
public final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final List<Runnable> rounds = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Watch::thread);
    private final Chart chart;
    private final State state;
    private final Clock clock;

    public Watch(Chart chart, State state, Clock clock) {
        this.chart = chart;
        this.state = state;
        this.clock = clock;
    }

    /** Assesses each response as soon as it is completed or amended, and withdraws what was an error. */
    public Watch assessing(Assessing assessing) {
        Search finished =
                Search.of("QuestionnaireResponse").where("status", "completed", "amended", "entered-in-error");
        Changes changes = new Changes(chart, state.entries(), finished, clock);
        Queue queue = state.queue("assess");
        Worker worker = new Worker(queue, new Assessments(chart, assessing));
        rounds.add(() -> {
            changes.tell(stored -> queue.offer(stored.location()));
            worker.work();
        });
        return this;
    }

    /** Tells those who subscribed to results. */
    public Watch telling(Subscribers subscribers) {
        Subscriptions subscriptions = new Subscriptions(chart, subscribers, clock);
        Changes changes = new Changes(chart, state.entries(), Search.of("RiskAssessment"), clock);
        Queue queue = state.queue("notify");
        Worker worker = new Worker(queue, new Notifier(subscriptions));
        rounds.add(() -> {
            subscriptions.settle();
            changes.tell(stored -> subscriptions.match(stored, queue));
            worker.work();
        });
        return this;
    }

    /** @param pause between two looks at the chart */
    public Watch start(Duration pause) {
        rounds.forEach(round ->
                threads.scheduleWithFixedDelay(() -> guarded(round), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
        return this;
    }

    /** One look at the chart, and all that is due. */
    void round() {
        rounds.forEach(Runnable::run);
    }

    /** The one place where a bug must not end the watch: it is logged, and the work it broke is tried again. */
    private static void guarded(Runnable round) {
        try {
            round.run();
        } catch (Fault fault) {
            LOG.warn("the chart could not be watched: {}", fault.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("the watch failed", bug);
        }
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "watch-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Finishes what is being done. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
