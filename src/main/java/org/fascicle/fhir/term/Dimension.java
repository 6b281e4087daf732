package org.fascicle.fhir.term;

/** What kind of quantity a unit counts, and the unit that stands for one of it here. */
enum Dimension {
    /** mmol/L. */
    AMOUNT,
    /** mEq/L. */
    EQUIVALENT,
    /** mg/L. */
    MASS,
    /** U/L; international and enzyme units alike. */
    ACTIVITY,
    /** %. */
    PERCENT,
    /** mmol/mol. */
    PROPORTION,
    /** mL/min, with or without "per 1.73 m2". */
    FILTRATION,
    /** mm/h. */
    SINKING,
    /** mm[Hg]. */
    PRESSURE
}
