/**
 * The patient's record behind one port, wherever it is kept. Start at {@link org.fascicle.chart.Chart}.
 *
 * <p>Here is what a caller needs: the port, how to ask ({@link org.fascicle.chart.Search}) and what comes back. Below it:
 * {@code index}, which search parameters there are and what they find in a resource; {@code database}, a pool, one writer
 * and migrations, that know nothing of FHIR; {@code embedded}, the store on SQLite or PostgreSQL; {@code remote}, a FHIR
 * server of somebody else's. SQL is written in {@code embedded} and {@code database} only. May use {@code fault}, HAPI's
 * structures and client, JDBC; {@code remote} also {@code oauth}.
 */
package org.fascicle.chart;
