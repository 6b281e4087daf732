/**
 * What a CDS client sends, read: the call of a hook, its prefetched resources, and what of the chart is known in the end.
 * Start at {@link org.fascicle.cdshooks.call.CallFromJson}.
 *
 * <p>May use {@code chart}, {@code assessing} and HAPI's structures and parsers.
 *
 * @see <a href="https://cds-hooks.hl7.org/2.0/">CDS Hooks 2.0</a>
 */
package org.fascicle.cdshooks.call;
