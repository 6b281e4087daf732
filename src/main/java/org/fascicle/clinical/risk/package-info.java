/**
 * The judgement: which rules fired, how likely each outcome is, how urgent it all is, and why.
 *
 * <p>Start at {@link org.fascicle.clinical.risk.Assessor}. May use {@code rule} and what that uses; JDK only.
 */
package org.fascicle.clinical.risk;
