package org.fascicle.chart;

import java.util.List;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * One page of a search or a history.
 *
 * @param matches what was asked for, in order
 * @param included what {@code _include} adds: current versions, each once, none that is among the matches
 * @param next where the next page starts, for {@link Search#after}; empty on the last page. It stays good for ever, holds
 *     no state on any server, and gives no right: the search is asked again with it
 * @param unread how many entries of it could not be read, or were not what was asked for: what else is there stays unknown
 */
public record Page(List<Stored> matches, List<Stored> included, Optional<String> next, int unread) {
    public Page {
        matches = List.copyOf(matches);
        included = List.copyOf(included);
    }

    /** One of which everything was read. */
    public Page(List<Stored> matches, List<Stored> included, Optional<String> next) {
        this(matches, included, next, 0);
    }

    /** The same, for whom what is not read must not count as not there. Fault: unreadable. */
    public Page whole() {
        if (unread > 0) {
            throw new Fault(
                    Kind.UNREADABLE,
                    unread + " entries of a search cannot be read; have them corrected at the FHIR server");
        }
        return this;
    }
}
