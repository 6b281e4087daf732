package org.fascicle.watch;

import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.state.Queue.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assesses a response; the name of the job is its reference with its version. */
record Assessments(Chart chart, Assessing assessing) implements Worker.Task {
    private static final Logger LOG = LoggerFactory.getLogger(Assessments.class);
    private static final int MOST_ATTEMPTS = 100;

    @Override
    public boolean isOver(Job job) {
        Key response = Key.fromReference(job.name()).orElseThrow();
        try {
            assessing.assess(chart, response.id());
            return true;
        } catch (Fault fault) {
            LOG.info("{} was not assessed: {}", job.name(), fault.kind());
            return isFinal(fault);
        }
    }

    /** Whether trying again can change nothing: this version of the response is what it is. */
    private static boolean isFinal(Fault fault) {
        return switch (fault.kind()) {
            case MALFORMED, INVALID, NOT_SUPPORTED, TOO_LARGE, NOT_FOUND, GONE, REPLACED -> true;
            case UNKNOWN_CALLER, FORBIDDEN, CONFLICT, STALE, MULTIPLE_MATCHES, TOO_MANY, UNAVAILABLE, UNREADABLE ->
                false;
        };
    }

    @Override
    public int mostAttempts() {
        return MOST_ATTEMPTS;
    }

    @Override
    public void givenUp(Job job) {
        // The log names it; nothing in the chart is ours to change.
    }
}
