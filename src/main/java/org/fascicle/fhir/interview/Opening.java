package org.fascicle.fhir.interview;

/** An earlier answer that opens a question: {@code linkId} answered with {@code code}. */
public record Opening(String linkId, String code) {}
