/**
 * Laboratory results in canonical units, and how far from normal each is.
 *
 * <p>A result is judged by the worse of the laboratory's own flag and our alert limits; what cannot be judged stays
 * unknown. Start at {@link org.fascicle.clinical.lab.Labs}. May use {@code limit} and {@code finding}; JDK only.
 */
package org.fascicle.clinical.lab;
