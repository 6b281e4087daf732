/**
 * How a result is left in a chart that does not take all of it. Start at {@link
 * org.fascicle.assessing.writeback.WriteBackPlan}, which says beforehand what will be written as what, and why.
 *
 * <p>The ladder: a RiskAssessment, else a US Core screening Observation derived from the response, else a DocumentReference
 * with the narrative, else text to copy. Orders stand for themselves, or in the document. May use {@code chart}, {@code
 * fhir} and {@code oauth}.
 */
package org.fascicle.assessing.writeback;
