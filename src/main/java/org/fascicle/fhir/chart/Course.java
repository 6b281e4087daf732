package org.fascicle.fhir.chart;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.DrugClass;

/**
 * One prescription or statement of a medicine: a stretch of time in which it was or is taken.
 *
 * @param start the latest day it can have begun, so that a result is not thought to be later than it is
 */
record Course(Charted from, String name, Set<DrugClass> classes, State state, Optional<LocalDate> start) {

    /** Where it stands. */
    enum State {
        /** Taken now, or for all the chart knows. */
        ACTIVE,
        /** Came to its end; the next prescription may carry it on. */
        ENDED,
        /** Ended on purpose: the next one begins anew. */
        STOPPED
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    @Override
    public String toString() {
        return "Course" + classes;
    }
}
