/**
 * The front desk of the practice EHR: what {@code /} opens. A newcomer sees what Fascicle does and signs in as an invented
 * clinician; a clinician sees the ward, opens a chart and launches Fascicle from it. Start at {@link
 * org.fascicle.sandbox.desk.WardDoor}.
 *
 * <p>Everything works without JavaScript. Templates are in {@code src/main/jte/ward}. May use {@code sandbox}, {@code
 * look}, {@code chart}, {@code assessing} and the servlet API.
 */
package org.fascicle.sandbox.desk;
