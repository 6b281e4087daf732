/**
 * The invented patients of the practice EHR. Start at {@link org.fascicle.sandbox.ward.Ward}.
 *
 * <p>Each file under {@code resources/ward} is a FHIR transaction Bundle with ids of its own, in which dates are written
 * relative to the day it is loaded ({@link org.fascicle.sandbox.ward.Placeholders}), so that a result of four days ago
 * is four days old for whoever starts today. May use {@code chart}, {@code assessing} and HAPI's structures.
 */
package org.fascicle.sandbox.ward;
