/**
 * The numbers a hospital may set for itself: alert limits, reference intervals, windows, ages.
 *
 * <p>Each has a default (the source register's B.8, C.5 and C.6) and a bound beyond which it may not be loosened. Start
 * at {@link org.fascicle.clinical.limit.Limit}. JDK only.
 */
package org.fascicle.clinical.limit;
