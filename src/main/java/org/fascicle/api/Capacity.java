package org.fascicle.api;

/**
 * How much one request may bring.
 *
 * @param bytes of a body, inflated
 * @param entries of a transaction
 */
public record Capacity(int bytes, int entries) {
    /** A response has some fifty kilobytes, a chart in a transaction some hundred. */
    public static final Capacity USUAL = new Capacity(2 * 1_024 * 1_024, 1_000);
}
