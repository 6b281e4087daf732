package org.fascicle.clinical.chart;

/** Something in the chart that could not be used, and why: never passed over in silence. */
public record Unread(String reference, String why) {}
