/**
 * What a response states, as coded Observations of their own.
 *
 * <p>Only what was answered and has a verified code is taken out; nothing is inferred, and no "no" is made of an open
 * question. Start at {@link org.fascicle.fhir.extract.FindingsToFhir}. May use {@code fhir.profile}, {@code fhir.json},
 * {@code fhir.term}, the findings of {@code clinical} and HAPI's structures.
 *
 * @see <a href="https://hl7.org/fhir/uv/sdc/OperationDefinition-QuestionnaireResponse-extract.html">SDC: extract</a>
 */
package org.fascicle.fhir.extract;
