package org.fascicle.watch;

import java.time.Duration;
import java.util.Optional;
import org.fascicle.state.Queue;
import org.fascicle.state.Queue.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what waits in a queue, one piece after the other; what fails is tried again, later and later. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    private final Queue queue;
    private final Task task;

    Worker(Queue queue, Task task) {
        this.queue = queue;
        this.task = task;
    }

    /** Does one piece of work. */
    interface Task {
        /** @return whether it is over, well or for good; otherwise it is tried again */
        boolean isOver(Job job);

        /** After so many attempts it is given up. */
        int mostAttempts();

        /** Told when it is given up. */
        void givenUp(Job job);
    }

    /** Does all that is due. */
    void work() {
        for (Optional<Job> job = queue.claim(LEASE); job.isPresent(); job = queue.claim(LEASE)) {
            attempt(job.get());
        }
    }

    /** A piece that even broke the program, and so was never put back, is given up too in the end. */
    private void attempt(Job job) {
        if (job.attempts() > task.mostAttempts()) {
            LOG.warn("given up after {} attempts: {}", task.mostAttempts(), job.name());
            task.givenUp(job);
            queue.done(job);
        } else if (task.isOver(job)) {
            queue.done(job);
        } else {
            queue.later(job, wait(job.attempts()));
        }
    }

    /** One second, two, four … and five minutes at most. */
    static Duration wait(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
