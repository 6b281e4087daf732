package org.fascicle.clinical.chart;

/** Something in the chart that could not be used, and why: never passed over in silence. */
public record Unread(String reference, String why) {

    /** Where, never what: the reason may name a result. */
    @Override
    public String toString() {
        return "Unread[" + reference + "]";
    }
}
