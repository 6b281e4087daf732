/**
 * A chart as a clinician reads it: problems, medicines, results, letters, assessments and what became of each proposal.
 * Start at {@link org.fascicle.sandbox.sheet.Sheet}.
 *
 * <p>Everything here is read from FHIR alone, as any EHR would read it, so that the practice EHR shows what Fascicle
 * leaves in a chart and not what Fascicle knows. May use {@code chart}, HAPI's structures and the urgency of
 * {@code clinical}.
 */
package org.fascicle.sandbox.sheet;
