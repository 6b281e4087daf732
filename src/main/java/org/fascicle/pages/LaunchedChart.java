package org.fascicle.pages;

import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.chart.Chart;
import org.fascicle.smart.Launch;

/** The chart of a launch: the EHR's own, read and written with that launch's token. */
@FunctionalInterface
public interface LaunchedChart {
    /** Opened for one request and closed after it; one that is shared must not mind being closed. */
    Opened open(Launch launch);

    /** @param plan what of a result this chart takes, and as what */
    record Opened(Chart chart, WriteBackPlan plan) {}
}
