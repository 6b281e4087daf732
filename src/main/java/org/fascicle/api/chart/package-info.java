/**
 * The patients' record over FHIR: read, history, search, create, update, transaction, as {@link
 * org.fascicle.chart.Chart} does them. Start at {@code KeptProvider}: one class serves every type.
 */
package org.fascicle.api.chart;
