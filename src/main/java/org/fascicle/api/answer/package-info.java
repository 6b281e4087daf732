/**
 * What goes back to the caller: resources as they are stored or as the caller wants them shaped, pages of a search, and
 * failures. Start at {@link org.fascicle.api.answer.Answers} for what went well and {@link
 * org.fascicle.api.answer.Failures}, the one place where a failure becomes an HTTP status, for what did not.
 */
package org.fascicle.api.answer;
