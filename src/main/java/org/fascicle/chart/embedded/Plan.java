package org.fascicle.chart.embedded;

import java.sql.SQLException;
import java.util.List;
import org.fascicle.chart.Written;

/**
 * All that a write will do, worked out beforehand, so that the writer has little left to do.
 *
 * @param guards what it rests on, besides the versions that the drafts follow
 * @param drafts what will be stored
 * @param written the answer
 */
record Plan(List<Guard> guards, List<Draft> drafts, List<Written> written) {

    /** Carries it out in the writer's transaction. Throws {@link Outdated} when what it rests on holds no longer. */
    List<Written> carryOut(Records records) throws SQLException {
        for (Guard guard : guards) {
            if (!guard.holds(records)) {
                throw new Outdated();
            }
        }
        for (Draft draft : drafts) {
            if (!records.store(draft)) {
                throw new Outdated();
            }
        }
        return written;
    }

    boolean isNothingToDo() {
        return drafts.isEmpty();
    }

    /** Somebody wrote between planning and carrying out; plan again. */
    static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated() {
            super("the plan is outdated", null, false, false);
        }
    }
}
