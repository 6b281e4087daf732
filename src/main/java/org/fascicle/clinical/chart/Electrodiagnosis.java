package org.fascicle.clinical.chart;

/** An EMG or nerve conduction study the chart reports or awaits. */
public record Electrodiagnosis(Outcome outcome, Entry entry) {

    /** What it showed. */
    public enum Outcome {
        NORMAL,
        ABNORMAL,
        /** Denervation or neurogenic change, said as such. */
        DENERVATION,
        /** Ordered or done, with no result yet. */
        PENDING,
        /** Done; the chart does not tell what it showed. */
        UNREAD
    }
}
