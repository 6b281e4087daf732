/**
 * The interview as a form: drawn from the published Questionnaire, filled from a draft or from the chart, kept as one
 * response in progress, and completed.
 *
 * <p>Start at {@link org.fascicle.pages.interview.InterviewScreen}. What was typed travels as {@link
 * org.fascicle.pages.interview.Entered} and is never thrown away for being wrong.
 */
package org.fascicle.pages.interview;
