/**
 * The operations over FHIR, each as its published OperationDefinition says. Thin: what they take is unpacked, {@code
 * assessing} does the work, its JSON goes out as it is.
 *
 * @see <a href="https://hl7.org/fhir/R4/operations.html">operations</a>
 */
package org.fascicle.api.operation;
