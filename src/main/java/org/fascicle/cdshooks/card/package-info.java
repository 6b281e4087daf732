/**
 * Cards as the standard shapes them: what they say and offer, and how they are written. Start at {@link
 * org.fascicle.cdshooks.card.Card}.
 *
 * <p>May use {@code clinical} and {@code fhir}. Nothing in a card that a stranger wrote is markup.
 */
package org.fascicle.cdshooks.card;
