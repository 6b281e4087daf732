/**
 * What Fascicle knows, rendered for others from the one set of tables: CQL libraries, a PlanDefinition with its
 * ActivityDefinitions, and a page a clinician can sign.
 *
 * <p>Start at {@link org.fascicle.knowledge.cql.CqlLibraries}, {@link org.fascicle.knowledge.definition.KnowledgeDefinitions} and
 * {@link org.fascicle.knowledge.words.ClinicalContentPage}. Nothing here decides anything. May use {@code clinical} and
 * {@code fhir}.
 */
package org.fascicle.knowledge;
