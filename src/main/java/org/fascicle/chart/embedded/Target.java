package org.fascicle.chart.embedded;

import java.util.List;
import org.fascicle.chart.Key;
import org.fascicle.chart.Written.Outcome;

/**
 * Where a change goes.
 *
 * @param key of what will be written, or of what was found instead
 * @param version the version that will be written; 0 when nothing will
 * @param guards what this rests on
 */
record Target(Outcome outcome, Key key, long version, List<Guard> guards) {

    static Target at(Key key, long currentVersion, List<Guard> guards) {
        return new Target(currentVersion == 0 ? Outcome.CREATED : Outcome.UPDATED, key, currentVersion + 1, guards);
    }

    boolean isWrite() {
        return outcome != Outcome.FOUND;
    }
}
