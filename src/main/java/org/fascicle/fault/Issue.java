package org.fascicle.fault;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with what was sent.
 *
 * @param code a code of <a href="https://hl7.org/fhir/R4/valueset-issue-type.html">issue-type</a>, such as {@code value}
 * @param expression where it is, as FHIRPath such as {@code Bundle.entry[0].request}; empty when it is nowhere in particular
 * @param text what is wrong and how to mend it, without a patient's data
 */
public record Issue(String code, String expression, String text) {
    public Issue {
        requireNonNull(code);
        requireNonNull(expression);
        requireNonNull(text);
    }
}
