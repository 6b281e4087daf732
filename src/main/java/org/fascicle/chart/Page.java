package org.fascicle.chart;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search or a history.
 *
 * @param matches what was asked for, in order
 * @param included what {@code _include} adds: current versions, each once, none that is among the matches
 * @param next where the next page starts, for {@link Search#after}; empty on the last page. It stays good for ever, holds
 *     no state on any server, and gives no right: the search is asked again with it
 */
public record Page(List<Stored> matches, List<Stored> included, Optional<String> next) {
    public Page {
        matches = List.copyOf(matches);
        included = List.copyOf(included);
    }
}
