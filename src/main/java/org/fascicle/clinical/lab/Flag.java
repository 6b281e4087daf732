package org.fascicle.clinical.lab;

/** The laboratory's own interpretation of a result. */
public enum Flag {
    /** The report says nothing. */
    NONE,
    NORMAL,
    ABNORMAL,
    CRITICAL;

    /** The least band this flag puts a result in. */
    Band band(Analyte analyte) {
        return switch (this) {
            case NONE, NORMAL -> Band.NORMAL;
            case ABNORMAL -> Band.ABNORMAL;
            case CRITICAL -> analyte.isCriticalWhenFlagged() ? Band.EMERGENCY : Band.SAME_DAY;
        };
    }
}
