/**
 * The use case every door calls: read the answers, read the chart, judge, plan, write down, all or nothing.
 *
 * <p>Start at {@link org.fascicle.assessing.Assessing}. May use {@code clinical}, {@code fhir} and {@code chart}.
 */
package org.fascicle.assessing;
