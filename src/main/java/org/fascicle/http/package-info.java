/**
 * The HTTP listener that all doors share: Jetty, started and stopped by hand, and what every answer has in common.
 *
 * <p>A door brings its own servlets and filters and knows nothing of the others.
 */
package org.fascicle.http;
