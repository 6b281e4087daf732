/**
 * The chart in a database of our own, SQLite or PostgreSQL. Start at {@link
 * org.fascicle.chart.embedded.EmbeddedChart}.
 *
 * <p>Deliberately small: one table of JSON versions, one table of indexed search values, all SQL in {@code Records} and
 * {@code Query}. It promises exactly what {@link org.fascicle.chart.index.Catalogue} declares. A write is planned on the
 * caller's thread (looked up, stamped, encoded, indexed) and carried out by the writer, which only checks that what the
 * plan rests on still holds; if it does not, the write is planned anew.
 */
package org.fascicle.chart.embedded;
