/**
 * A relational database for durable small records: a pool to read with, one writer that commits in groups, and numbered
 * migrations. Start at {@link org.fascicle.chart.database.Database}.
 *
 * <p>It knows nothing of FHIR, so that sessions, replay memory and queues can be kept the same way, in the chart's database
 * or in one of their own. What differs between SQLite and PostgreSQL is in {@link org.fascicle.chart.database.Dialect} and
 * nowhere else. May use {@code fault} and JDBC.
 */
package org.fascicle.chart.database;
