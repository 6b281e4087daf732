package org.fascicle.chart.index;

/**
 * How the values of a search parameter compare.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#ptypes">search parameter types</a>
 */
public enum ParameterType {
    /** A code or identifier, with or without its system; compared exactly. */
    TOKEN,
    /** A literal reference or a canonical; compared exactly, a canonical with or without its version. */
    REFERENCE,
    /** A point or stretch of time. */
    DATE,
    /** Text; the beginning counts, case and accents do not. */
    STRING,
    /** An address; compared exactly. */
    URI
}
