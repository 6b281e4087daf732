package org.fascicle.clinical.chart;

/** A problem of the patient and where the chart lists it. */
public record Diagnosis(Problem problem, Entry entry) {

    /** Where, never what. */
    @Override
    public String toString() {
        return "Diagnosis[" + entry.reference() + "]";
    }
}
