package org.fascicle.assessing;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.clinical.chart.Activity;

/**
 * How a recorded proposal stands.
 *
 * @param order what became of it when it was accepted; empty for a Task, which is its own
 * @param reason why it was declined
 */
public record Standing(Activity activity, Key proposal, State state, Optional<Key> order, Optional<String> reason) {

    /** What has been decided. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        /** Taken back because it is no longer suggested. */
        WITHDRAWN
    }

    /** Where, never why: a reason is in somebody's own words. */
    @Override
    public String toString() {
        return "Standing[" + proposal + ", " + state + "]";
    }
}
