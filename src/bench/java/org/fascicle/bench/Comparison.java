package org.fascicle.bench;

/**
 * A line of the report: a figure, and what it is held against.
 *
 * @param figure its name among the {@link Figures}
 * @param floor the name of the figure it is compared with
 */
record Comparison(String words, String unit, String figure, String floorWords, String floor) {}
