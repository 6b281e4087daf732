/**
 * The judgement of populations as an Apache Spark job, beyond one machine. Start at {@link org.fascicle.spark.AssessJob}.
 *
 * <p>Knows Spark and the JDK only. The program itself is loaded apart by every worker, from the jar that is run elsewhere
 * too, so that its libraries and Spark's never meet.
 */
package org.fascicle.spark;
