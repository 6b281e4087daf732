/**
 * Who saw and did what: an AuditEvent for each interaction, in a chain that shows a gap.
 *
 * <p>Start at {@link org.fascicle.audit.AuditTrail}. Doors say what happened in an {@link org.fascicle.audit.Event}; {@link
 * org.fascicle.audit.AuditedChart} lets the trail be read as part of the chart. No event holds a name, a value or an
 * answer: ids, scopes and addresses only. The table is {@code org.fascicle.state.Journal}.
 */
package org.fascicle.audit;
