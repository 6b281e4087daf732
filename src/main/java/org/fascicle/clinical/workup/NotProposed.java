package org.fascicle.clinical.workup;

import java.util.Optional;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.Entry;

/**
 * Something that would have been proposed, and why it is not.
 *
 * @param entry where the chart holds what stands in for it; empty when it is only held back for now
 */
public record NotProposed(Activity activity, Cause cause, String why, Optional<Entry> entry) {

    /** Why not. */
    public enum Cause {
        /** It waits for the emergency, or for the examination. */
        HELD_BACK,
        /** A recent normal result stands in for it. */
        RECENT_RESULT,
        /** It is ordered or awaited already. */
        ALREADY_ORDERED
    }
}
