/**
 * What Fascicle is for, what it is not for, and what it rests on: {@code /about}, in every mode, as a page and as JSON.
 * Start at {@link org.fascicle.knowledge.statement.Attributes}, the one place where these statements are written; whatever else states
 * them (a published Device or Library) takes them from there.
 *
 * <p>May use {@code clinical}, {@code knowledge}, {@code look} and the servlet API.
 */
package org.fascicle.about;
