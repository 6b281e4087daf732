/**
 * A patient's FHIR chart read into clinical facts.
 *
 * <p>Real charts are messy: several codings or none, text only, partial dates, references of every form, contained
 * medicines. What can be read is read; what looks as if it mattered and cannot be read is named as unread, with the reason
 * in words; nothing is passed over in silence and nothing throws. Start at {@link
 * org.fascicle.fhir.chart.ChartFromFhir}. Pure: no clock, no network. May use {@code clinical}, {@code fhir.term}, {@code
 * fhir.text} and HAPI's structures.
 */
package org.fascicle.fhir.chart;
