package org.fascicle.chart;

/** What became of a write. */
public record Written(Outcome outcome, Stored stored) {

    /** The three ways in which a write can end well. */
    public enum Outcome {
        /** A first version was stored. */
        CREATED,
        /** A next version was stored. */
        UPDATED,
        /** Nothing was stored: a conditional create found this one. */
        FOUND
    }

    public Key key() {
        return stored.key();
    }
}
