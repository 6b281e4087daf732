/**
 * From the bytes of a request to a resource, strictly: nothing a sender wrote is dropped or guessed at in silence, and
 * nothing they wrote can exhaust the parser. Start at {@link org.fascicle.api.body.BodyParser}.
 *
 * <p>Knows no HTTP. May use {@code fault}, Jackson and HAPI's parsers.
 */
package org.fascicle.api.body;
