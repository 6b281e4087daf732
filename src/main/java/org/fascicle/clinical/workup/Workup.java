package org.fascicle.clinical.workup;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;

/** The whole plan: what is proposed, and what is not and why. */
public record Workup(List<Proposal> proposals, List<NotProposed> notProposed) {

    public Workup {
        proposals = List.copyOf(proposals);
        notProposed = List.copyOf(notProposed);
    }

    /** Tests, referrals and rechecks. */
    public Stream<Proposal> requests() {
        return proposals.stream().filter(proposal -> proposal.activity().kind() != Activity.Kind.TASK);
    }

    /** What the clinician does. */
    public Stream<Proposal> tasks() {
        return proposals.stream().filter(proposal -> proposal.activity().kind() == Activity.Kind.TASK);
    }

    public Stream<NotProposed> because(NotProposed.Cause cause) {
        return notProposed.stream().filter(not -> not.cause() == cause);
    }
}
