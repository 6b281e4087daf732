package org.fascicle;

import org.fascicle.audit.AuditTrail;
import org.fascicle.chart.Chart;
import org.fascicle.chart.remote.RemoteCharts;
import org.fascicle.state.State;

/**
 * What the program keeps, opened.
 *
 * @param chart that of the FHIR door and the practice
 * @param remote the charts of EHRs that launch us
 */
record Kept(Chart chart, RemoteCharts remote, State state, AuditTrail trail) {}
