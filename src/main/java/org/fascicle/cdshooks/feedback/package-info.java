/**
 * What became of the cards: which were shown, what clinicians said to them, and what is not to be brought up again for a
 * while. Start at {@link org.fascicle.cdshooks.feedback.Ledger}.
 *
 * <p>May use {@code state}, and the cards and notices of this door.
 */
package org.fascicle.cdshooks.feedback;
