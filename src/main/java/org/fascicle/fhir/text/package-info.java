/**
 * Free text of a chart, read with care: plain words, whole words only, and what is denied, doubted or past kept apart from
 * what is stated.
 *
 * <p>Start at {@link org.fascicle.fhir.text.Wording}. JDK only.
 */
package org.fascicle.fhir.text;
