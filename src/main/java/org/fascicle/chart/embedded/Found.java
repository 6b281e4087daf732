package org.fascicle.chart.embedded;

import org.fascicle.chart.Stored;

/** A row that a search found, and where it stands in the order. */
record Found(Stored stored, Cursor cursor) {}
