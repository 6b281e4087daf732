package org.fascicle.api;

/**
 * How much one request may bring and ask for.
 *
 * @param bytes of a body, inflated
 * @param levels that a body is nested, in whichever format
 * @param entries of a transaction
 * @param items of a response, nested ones too
 * @param answers of a response
 * @param search what one search may ask for
 */
public record Capacity(int bytes, int levels, int entries, int items, int answers, SearchBounds search) {
    /** A response has some fifty kilobytes and a hundred items, a chart in a transaction some hundred entries. */
    public static final Capacity USUAL =
            new Capacity(2 * 1_024 * 1_024, 100, 1_000, 2_000, 2_000, new SearchBounds(500, 30, 600));
}
