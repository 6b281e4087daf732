/**
 * What the program costs, measured: {@code mvn -Pbench verify} writes {@code target/bench/report.md}. Start at {@link
 * org.fascicle.bench.Bench}. What takes long runs by itself: {@code -Dbench.main=org.fascicle.bench.Growth} (latency by how
 * much is stored) and {@code -Dbench.main=org.fascicle.bench.Populations} (large exports).
 *
 * <p>Each figure stands beside its floor, the least anyone would need for that work, measured in the same rounds; a ratio
 * holds on another machine, a figure does not. Nothing here is shipped, and no test asserts a time.
 */
package org.fascicle.bench;
