/**
 * The clinician's pages of a launch, under {@code /app/{handle}/}: the interview, its result, the earlier assessments.
 *
 * <p>Start at {@link org.fascicle.pages.PagesDoor}. Every page works as plain HTML; htmx only makes it livelier. Whose chart
 * a page is about is decided by the launch its address names, and by nothing in a form. Below: {@code visit} (what all
 * pages share), {@code interview}, {@code result}, {@code history}. May use {@code assessing}, {@code smart}, {@code look}.
 */
package org.fascicle.pages;
