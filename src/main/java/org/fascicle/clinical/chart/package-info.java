/**
 * What the patient's chart says, in clinical words: problems, medicines, tests done, orders already placed.
 *
 * <p>A chart that was read is complete: what it does not list is absent. Without a chart all of it is unknown. Start at
 * {@link org.fascicle.clinical.chart.ChartFacts}. JDK only.
 */
package org.fascicle.clinical.chart;
