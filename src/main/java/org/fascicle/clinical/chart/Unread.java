package org.fascicle.clinical.chart;

import java.util.List;
import org.fascicle.clinical.lab.UnreadAlert;

/**
 * Something in the chart that could not be used, and why: never passed over in silence.
 *
 * @param alerts what its laboratory flagged critical in it
 */
public record Unread(String reference, String why, List<UnreadAlert> alerts) {

    public Unread {
        alerts = List.copyOf(alerts);
    }

    public Unread(String reference, String why) {
        this(reference, why, List.of());
    }

    /** Where, never what: the reason may name a result. */
    @Override
    public String toString() {
        return "Unread[" + reference + "]";
    }
}
