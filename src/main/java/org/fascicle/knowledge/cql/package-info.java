/**
 * The tables as CQL 1.5 over FHIR R4, in four libraries: the limits, the answers, the chart, and the rules.
 *
 * <p>CQL's null is our unknown, for its logic is Kleene's too. What stands in a table is generated from it; how a chart is
 * read and a result is judged is written once by hand, as the templates beside this package. Start at {@link
 * org.fascicle.knowledge.cql.CqlLibraries}. May use {@code clinical} and {@code fhir.term}.
 */
package org.fascicle.knowledge.cql;
