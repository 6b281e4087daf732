/**
 * A submitted QuestionnaireResponse: whether it can be right, and what it answers.
 *
 * <p>Start at {@link org.fascicle.fhir.response.ResponseValidator}, which holds a response to the version of the
 * Questionnaire it names and lists every fault with its place and how to mend it. Only what it has passed goes through
 * {@link org.fascicle.fhir.response.AnswersFromFhir}. May use {@code clinical}, {@code fhir.interview} and HAPI's
 * structures.
 */
package org.fascicle.fhir.response;
