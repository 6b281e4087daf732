/**
 * What is known about a patient, in three values: present, absent, unknown.
 *
 * <p>The interview's items, the answers to them, and the questions a rule may ask of a case. Start at
 * {@link org.fascicle.clinical.finding.Presence} and {@link org.fascicle.clinical.finding.Item}. JDK only.
 */
package org.fascicle.clinical.finding;
