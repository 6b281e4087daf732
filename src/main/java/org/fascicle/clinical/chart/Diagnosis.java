package org.fascicle.clinical.chart;

/** A problem of the patient and where the chart lists it. */
public record Diagnosis(Problem problem, Entry entry) {}
