/**
 * The medicine: what is found, which rules follow from it, how urgent it is and what to do next.
 *
 * <p>Pure functions over immutable values; nothing here knows FHIR, HTTP, SQL, the clock or chance. It may use the JDK
 * only. A clinician should be able to read it: start with the tables in {@code rule}, then the named findings they are
 * made of in {@link org.fascicle.clinical.rule.Findings}.
 */
package org.fascicle.clinical;
