/**
 * What must be said of this decision support wherever it is described: intended use, limits, legal status, source
 * attributes. Start at {@link org.fascicle.knowledge.statement.Attributes}. May use {@code clinical}.
 */
package org.fascicle.knowledge.statement;
