/**
 * CDS Hooks: an EHR tells us that a chart was opened or orders are chosen, and we answer with the one card that matters or
 * with none. Start at {@link org.fascicle.cdshooks.CdsHooksDoor}.
 *
 * <p>{@code call} reads what came, {@code notice} decides what to say, {@code card} writes it, {@code feedback} remembers
 * what became of it, {@code client} knows who calls. May use {@code assessing}, {@code oauth}, {@code state} and the
 * servlet API.
 *
 * @see <a href="https://cds-hooks.hl7.org/2.0/">CDS Hooks 2.0</a>
 */
package org.fascicle.cdshooks;
