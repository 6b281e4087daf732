/**
 * What happens without being asked for: a finished response is assessed, and whoever subscribed is told of the result.
 * Start at {@link org.fascicle.watch.Watch}.
 *
 * <p>The chart itself says what changed, so no door has to know of this and nothing is lost when the program is killed:
 * what was seen is work in a durable queue before the place is marked up to which the chart was read.
 *
 * <p>May use {@code assessing}, {@code chart}, {@code state} and {@code oauth}.
 */
package org.fascicle.watch;
