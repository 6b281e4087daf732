package org.fascicle.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.Journal;
import org.fascicle.state.Journal.Draft;
import org.fascicle.state.Journal.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trail. One thread writes; what arrives while a commit is on its way goes into the next together. Whoever looked is
 * answered when the event is in a file of this machine, and it follows into the chain with the next commit; whoever changed,
 * judged or was refused is answered when the event is in the chain.
 */
public final class AuditTrail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TOGETHER = 500;
    private static final int PATIENCE_SECONDS = 10;
    private static final long PAUSE_MILLIS = 200;
    private static final long MOMENT_MILLIS = 5;

    private final Journal journal;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue;
    private final Thread writer = new Thread(this::write, "audit");
    private volatile boolean isClosing;
    private volatile long begun = System.nanoTime();

    private final Answered answered;

    private record Waiting(Draft draft, boolean isAnswered, CompletableFuture<Void> durable) {
        @Override
        public String toString() {
            return "Waiting";
        }
    }

    /** Without a file of this machine: whoever looked just before a kill may be missing. */
    public AuditTrail(Journal journal, Clock clock) {
        this(journal, Optional.empty(), clock, MOST_WAITING);
    }

    /** @param spool a file of this machine for what was answered and is not yet in the journal */
    public AuditTrail(Journal journal, Path spool, Clock clock) {
        this(journal, Optional.of(spool), clock, MOST_WAITING);
    }

    /** @param mostWaiting events; who comes then waits for the writer */
    AuditTrail(Journal journal, Optional<Path> spool, Clock clock, int mostWaiting) {
        this.journal = journal;
        queue = new ArrayBlockingQueue<>(mostWaiting);
        this.clock = clock;
        answered = new Answered(spool, journal);
        tellHead();
        writer.setDaemon(true);
        writer.start();
    }

    /** A head in the log, kept elsewhere, is what shows later that the end was cut off or all of it written anew. */
    private void tellHead() {
        Line head = journal.head();
        LOG.info("audit trail: {} events, head {}", head.number(), head.link());
    }

    /**
     * Records it.
     *
     * @throws Fault unavailable: the trail cannot be written, so the answer must not be given
     */
    public void record(Event event) {
        Waiting waiting = new Waiting(draft(event), event.isQueued(), new CompletableFuture<>());
        requireTaken(waiting);
        if (!waiting.isAnswered()) {
            await(waiting.durable());
        }
    }

    /** A crowd is let in as fast as the trail is written, unless it has not been written for long. */
    private void requireTaken(Waiting waiting) {
        while (!isTaken(waiting)) {
            if (isClosing || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw unwritten();
            }
            rest();
        }
    }

    private boolean isTaken(Waiting waiting) {
        return waiting.isAnswered()
                ? answered.keep(waiting.draft(), () -> !isClosing && queue.offer(waiting))
                : !isClosing && queue.offer(waiting);
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unwritten();
        }
    }

    private Draft draft(Event event) {
        return new Draft(
                EventToFhir.json(event, clock.instant()),
                event.about().stream()
                        .filter(key -> key.type().equals("Patient"))
                        .map(Key::id)
                        .collect(Collectors.toSet()));
    }

    private static void await(CompletableFuture<Void> durable) {
        try {
            durable.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unwritten();
        } catch (ExecutionException | TimeoutException failed) {
            throw unwritten();
        }
    }

    private static Fault unwritten() {
        return new Fault(
                Kind.UNAVAILABLE, "the audit trail (in `FASCICLE_STATE`) cannot be written, so nothing is answered");
    }

    private void write() {
        List<Waiting> together = new ArrayList<>();
        while (!isClosing || !queue.isEmpty()) {
            try {
                Optional.ofNullable(queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                        .ifPresent(together::add);
                queue.drainTo(together, MOST_TOGETHER);
                if (!together.isEmpty()) {
                    commit(together);
                    together.clear();
                    answered.shorten(() -> addAll(together));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Fault unwritten) {
                LOG.warn("audit trail: {} events wait: {}", together.size(), unwritten.getMessage());
            }
        }
    }

    /** All that waits, while nothing is added. */
    private long addAll(List<Waiting> together) {
        queue.drainTo(together);
        Line last = together.isEmpty()
                ? journal.head()
                : journal.add(together.stream().map(Waiting::draft).toList());
        together.forEach(waiting -> waiting.durable().complete(null));
        together.clear();
        return last.number();
    }

    /** What cannot be written now stays at the front of the queue; when we close, it is lost and the log says so. */
    private void commit(List<Waiting> together) throws InterruptedException {
        List<Draft> drafts = together.stream().map(Waiting::draft).toList();
        begun = System.nanoTime();
        while (true) {
            try {
                long head = journal.add(drafts).number();
                together.forEach(waiting -> waiting.durable().complete(null));
                answered.added(
                        (int) together.stream().filter(Waiting::isAnswered).count(), head);
                return;
            } catch (Fault failed) {
                LOG.warn("audit trail: {} events wait: {}", drafts.size(), failed.getMessage());
                if (isClosing) {
                    together.forEach(waiting -> waiting.durable().completeExceptionally(failed));
                    LOG.error("audit trail: {} events could not be written", drafts.size());
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Whether every line is there as it was written. Reads all of it. */
    public Verdict verify() {
        Line last = Line.NONE;
        while (true) {
            List<Line> next = journal.after(last.number(), MOST_TOGETHER);
            for (Line line : next) {
                if (!line.follows(last)) {
                    return new Verdict(last.number(), last.link(), Optional.of(last.number() + 1));
                }
                last = line;
            }
            if (next.isEmpty()) {
                return new Verdict(last.number(), last.link(), Optional.empty());
            }
        }
    }

    Journal journal() {
        return journal;
    }

    /** Writes what waits, if it can. */
    @Override
    public void close() {
        isClosing = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        answered.close();
        tellHeadIfItCan();
    }

    /** Who stops while the state is away still has other things to close. */
    private void tellHeadIfItCan() {
        try {
            tellHead();
        } catch (Fault away) {
            LOG.warn("audit trail: its head is not known: {}", away.getMessage());
        }
    }
}
