/**
 * Who may call: the EHRs that are registered, and the signed token by which each call says which of them it is. Start at
 * {@link org.fascicle.cdshooks.client.Callers}.
 *
 * <p>May use {@code oauth} and {@code state}.
 */
package org.fascicle.cdshooks.client;
