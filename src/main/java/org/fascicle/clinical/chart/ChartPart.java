package org.fascicle.clinical.chart;

/** A part of a chart that may be closed to us as a whole. What is not found there is then unknown, not absent. */
public enum ChartPart {
    PROBLEMS("problems"),
    MEDICINES("medicines"),
    PROCEDURES("procedures"),
    REPORTS("reports of studies"),
    RESULTS("results and measurements"),
    ORDERS("orders");

    private final String words;

    ChartPart(String words) {
        this.words = words;
    }

    /** As a clinician would say it. */
    public String words() {
        return words;
    }
}
