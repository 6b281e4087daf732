/**
 * Launching from an EHR: the client side of <a href="https://hl7.org/fhir/smart-app-launch/">SMART App Launch 2.2</a>,
 * all of it on the server.
 *
 * <p>{@link org.fascicle.smart.SmartDoor} puts {@code /launch}, {@code /callback}, {@code /logout} and our key set on
 * the listener. A launch that succeeds stands at {@code /app/{handle}/}; pages find it with {@link
 * org.fascicle.smart.Launches}. Tokens stay in the state; the browser holds a cookie that proves it is the same
 * browser, and each page the handle of its launch, so that two charts in two tabs cannot mix.
 *
 * <p>Below: {@code ehr} (which EHRs, which scopes), {@code exchange} (what is asked of them), {@code trouble} (what can
 * go wrong).
 */
package org.fascicle.smart;
