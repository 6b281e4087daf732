package org.fascicle.fhir.interview;

/**
 * An answer on offer.
 *
 * @param isExclusive whether it forbids every other answer to the same question
 */
public record Option(String code, Wording display, boolean isExclusive) {}
