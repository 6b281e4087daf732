/**
 * The practice EHR as a client of CDS Hooks: it asks when a chart is opened or orders are chosen, shows the cards that
 * come back, and says what became of them. Start at {@link org.fascicle.sandbox.cards.Cards}.
 *
 * <p>A card is somebody else's text: its markdown is drawn as inert HTML and its links are not followed. May use {@code
 * chart}, {@code sandbox.authority}, Jackson and the JDK's HTTP client.
 *
 * @see <a href="https://cds-hooks.hl7.org/2.0/">CDS Hooks 2.0</a>
 */
package org.fascicle.sandbox.cards;
