package org.fascicle.audit;

import java.util.Set;
import org.fascicle.chart.Key;

/**
 * One thing that was done or refused.
 *
 * @param what as precisely as there is a word: the operation's name, or the subtype's; no values
 * @param from the network address of who asked
 * @param status the HTTP status of the answer
 * @param query a search without its values; empty for anything else
 * @param about what it was about: the resources it named or stored, and every patient concerned
 */
public record Event(Deed deed, String what, Who who, String from, int status, String query, Set<Key> about) {
    public Event {
        about = Set.copyOf(about);
    }

    boolean isRefused() {
        return status >= 400;
    }

    /** Whether the answer may be given before the event is on the disk. */
    boolean isQueued() {
        return deed.isLooking() && !isRefused();
    }

    @Override
    public String toString() {
        return deed + " " + status;
    }
}
