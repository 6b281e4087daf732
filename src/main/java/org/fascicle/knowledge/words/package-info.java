/**
 * The tables in plain words, for clinicians: the page on which all of the medicine can be read and signed.
 *
 * <p>Start at {@link org.fascicle.knowledge.words.ClinicalContentPage}. May use {@code clinical} and {@code fhir}.
 */
package org.fascicle.knowledge.words;
