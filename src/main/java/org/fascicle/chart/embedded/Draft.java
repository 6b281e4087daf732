package org.fascicle.chart.embedded;

import java.util.Set;
import org.fascicle.chart.Stored;
import org.fascicle.chart.index.Entry;

/**
 * A version, ready to be stored: encoded and indexed.
 *
 * @param stored what will be read
 * @param version 1 for a new resource, else one more than the version it follows
 * @param entries by which it will be found
 */
record Draft(Stored stored, long version, Set<Entry> entries) {
    Draft {
        entries = Set.copyOf(entries);
    }
}
