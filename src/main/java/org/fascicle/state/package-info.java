/**
 * What is not the chart, and has to outlive a request or be seen by every node: launches under way, sessions with their
 * tokens, identifiers that may be used once. Start at {@link org.fascicle.state.State}.
 *
 * <p>One table of named entries that expire, on SQLite or PostgreSQL. Each operation is one SQL statement, so that what may
 * happen once happens once however many nodes ask at the same time. What is secret is sealed before it is written.
 *
 * <p>May use JDBC and Nimbus JOSE; all SQL beside the chart's is here.
 */
package org.fascicle.state;
