/**
 * The judgement as FHIR: RiskAssessment, RequestGroup, ServiceRequests, Tasks, Provenance, each with a narrative.
 *
 * <p>Start at {@link org.fascicle.fhir.result.ResultToFhir}. Writes FHIR JSON; the one composer for every door. May use
 * {@code clinical}, {@code fhir.json} and {@code fhir.term}.
 */
package org.fascicle.fhir.result;
