/**
 * Whether a token holds, and what it grants. Start at {@link org.fascicle.access.token.Doorkeeper}.
 *
 * <p>A token is a signed one of an issuer that is trusted, or one that its issuer is asked about. May use {@code oauth} and
 * Nimbus.
 */
package org.fascicle.access.token;
