package org.fascicle.assessing;

/** How the chart's record of a result stands to a judgement made now. */
public enum Recorded {
    /** It was made from the same. */
    SAME,
    /** It rests on an older chart or on other rules. */
    OLDER,
    /** There is none. */
    NONE
}
