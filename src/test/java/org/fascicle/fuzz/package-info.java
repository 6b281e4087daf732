/**
 * Bodies, addresses and calls that nobody means, sent to the program as it is started.
 *
 * <p>Start at {@link org.fascicle.fuzz.FuzzProperties}. Inputs that once did harm, and those that others begin from, are files
 * in {@code src/test/resources/fuzz}.
 */
package org.fascicle.fuzz;
