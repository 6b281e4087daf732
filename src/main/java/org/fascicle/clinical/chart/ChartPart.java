package org.fascicle.clinical.chart;

/** A part of a chart that may be closed to us as a whole. What is not found there is then unknown, not absent. */
public enum ChartPart {
    PROBLEMS,
    MEDICINES,
    PROCEDURES,
    REPORTS
}
