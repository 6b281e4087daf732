/**
 * The maps between FHIR R4 and the medicine: answers and charts in, results out.
 *
 * <p>A map says its direction in its name ({@code ChartFromFhir}, {@code AssessmentToFhir}). No clock, no chance, no
 * network. May use {@code clinical} and HAPI's structures.
 */
package org.fascicle.fhir;
