package org.fascicle.clinical.lab;

import org.fascicle.clinical.limit.Limits;

/** Our alert limits and default reference intervals, for one patient. */
record Ranges(Limits limits, LabContext context) {

    /** The band of a value by our alert limits alone. */
    Band alert(Analyte analyte, double value) {
        return AlertLimits.of(analyte).band(value, limits);
    }

    /**
     * The interval used when the report gives none. Analytes whose interval is the laboratory's own have no ends. That of
     * pregnancy is for the total calcium; one corrected for albumin is judged as ever (source RI-PREG).
     */
    Interval standard(LabResult result) {
        boolean isPregnant = context.isPregnant() && !result.report().isAdjusted();
        return UsualLimits.of(result.analyte(), isPregnant, context.isMale()).interval(limits);
    }
}
