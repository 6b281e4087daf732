/**
 * The result of an interview, and what the clinician does with it.
 *
 * <p>Start at {@link org.fascicle.pages.result.ResultScreen}. What is shown is judged anew from the stored response and
 * today's chart; a page says so where that differs from what is recorded.
 */
package org.fascicle.pages.result;
