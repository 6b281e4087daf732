/**
 * The interview as we use it ourselves: a published Questionnaire read into small immutable values, with its wording in
 * every language it has.
 *
 * <p>Start at {@link org.fascicle.fhir.interview.Interview}; {@link org.fascicle.fhir.interview.Interviews} finds one by
 * the canonical that a response names. A Questionnaire that could not be asked is refused when it is read. May use
 * {@code fhir.profile} and HAPI's structures.
 */
package org.fascicle.fhir.interview;
