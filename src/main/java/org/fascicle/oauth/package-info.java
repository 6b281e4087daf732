/**
 * What the doors share of OAuth: scopes ({@link org.fascicle.oauth.Scopes}), bounded requests to other servers ({@link
 * org.fascicle.oauth.Outbound}), the keys that others publish ({@link org.fascicle.oauth.KeySets}), and signed tokens
 * checked against them ({@link org.fascicle.oauth.SignedTokens}, {@link org.fascicle.oauth.Assertions}).
 *
 * <p>May use Nimbus and {@code state}. Messages here never hold a token.
 */
package org.fascicle.oauth;
