/**
 * The command line: {@code serve} and {@code assess}. Start at {@link org.fascicle.cli.Fascicle}.
 *
 * <p>A thin door: it unpacks lines, calls {@code assessing}, writes lines.
 */
package org.fascicle.cli;
