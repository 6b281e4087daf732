package org.fascicle.spark;

import java.io.Serializable;
import java.util.List;

/**
 * A line and where it belongs, in a form that travels between machines.
 *
 * @param key the id of the patient or Medication; why, for a line that is refused
 * @param written the line with its place
 */
record Sorted(Kind kind, String key, String written) implements Serializable {

    /** As the program names them. */
    enum Kind {
        PATIENT,
        MEDICATIONS,
        NOWHERE,
        REFUSED
    }

    static Sorted of(String written, boolean isAmongResponses, Program.Work work) {
        List<String> sorted = work.sort(written, isAmongResponses);
        return new Sorted(Kind.valueOf(sorted.get(0)), sorted.get(1), written);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Names nothing: the line is a patient's. */
    @Override
    public String toString() {
        return "Sorted[" + kind + "]";
    }
}
