/**
 * What can be searched, and what a search means. Start at {@link org.fascicle.chart.index.Catalogue}, the declared list of
 * search parameters; {@link org.fascicle.chart.index.Extractor} says what they find in a resource, {@link
 * org.fascicle.chart.index.Criteria} what a search asks of it.
 *
 * <p>The definitions are the standard's own, read from HAPI's structures, and those we published; here is only what their
 * expressions need. May use {@code chart}, {@code fault}, {@code fhir.profile} and HAPI's structures; no SQL.
 */
package org.fascicle.chart.index;
