/**
 * What to tell the patient, in plain words, and what not to tell this one.
 *
 * <p>The table is {@link org.fascicle.clinical.advice.AdviceTexts}. May use {@code risk} and what that uses; JDK only.
 */
package org.fascicle.clinical.advice;
