package org.fascicle.pages.interview;

import org.fascicle.chart.Stored;

/** What became of answers that were to be kept. */
sealed interface Kept {
    Stored stored();

    /** They are the newest version of the draft. */
    record Saved(Stored stored) implements Kept {}

    /** Somebody else changed the draft meanwhile, and differently; nothing was written. */
    record Contested(Stored stored) implements Kept {}

    /** They stand in a completed response. */
    record Finished(Stored stored) implements Kept {}

    /** It was completed meanwhile with other answers; nothing was written. */
    record Overtaken(Stored stored) implements Kept {}
}
