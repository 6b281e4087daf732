/**
 * Failures that are foreseen: one exception type with a closed set of kinds. Start at {@link org.fascicle.fault.Fault}.
 *
 * <p>May use the JDK only, and everything but the medicine may use it. A door turns a kind into its own words (an HTTP
 * status, an exit code) in one place. What is not a fault is a bug.
 */
package org.fascicle.fault;
