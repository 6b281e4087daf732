/**
 * Access of our own to a FHIR server, without a user: SMART Backend Services. Start at {@link
 * org.fascicle.smart.backend.BackendAccess}.
 *
 * <p>May use {@code smart.exchange}, {@code smart.ehr}, {@code oauth} and {@code chart.remote}, whose {@code Bearer} it is.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/backend-services.html">SMART Backend Services</a>
 */
package org.fascicle.smart.backend;
