/**
 * What is asked of an EHR and how its answers are judged: discovery, the token endpoint, the identity token, the style
 * sheet. An answer is a stranger's: bounded, checked member by member, refused with a {@link
 * org.fascicle.smart.trouble.LaunchRefused}.
 *
 * <p>May use {@code oauth} and Nimbus. Start at {@link org.fascicle.smart.exchange.Discovery} and
 * {@link org.fascicle.smart.exchange.TokenEndpoint}.
 */
package org.fascicle.smart.exchange;
