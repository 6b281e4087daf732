/**
 * What to do next: tests, referrals, an examination, a recheck; and what is not proposed because it exists or can wait.
 *
 * <p>Start at the table {@link org.fascicle.clinical.workup.OrderSets}, then {@link
 * org.fascicle.clinical.workup.Planner}. May use {@code risk} and what that uses; JDK only.
 */
package org.fascicle.clinical.workup;
