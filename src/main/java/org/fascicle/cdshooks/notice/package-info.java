/**
 * What there is to say, and when: one small rule for each notice, over one reading of what is known. Start at {@link
 * org.fascicle.cdshooks.notice.Advisor}.
 *
 * <p>May use {@code assessing}, {@code clinical}, {@code fhir}, and the calls and cards of this door. Nothing here judges:
 * the medicine is asked.
 */
package org.fascicle.cdshooks.notice;
