/**
 * The use case every door calls: read the answers, read the chart, judge, plan, write down, all or nothing.
 *
 * <p>Start at {@link org.fascicle.assessing.Assessing}. Where a chart does not take all of a result, {@code
 * writeback} plans what stands in for it. May use {@code clinical}, {@code fhir}, {@code chart}; {@code writeback} also the
 * scopes of {@code oauth}.
 */
package org.fascicle.assessing;
