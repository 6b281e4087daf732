/**
 * The tables as FHIR definitions: Libraries that hold the CQL, a PlanDefinition with one action for each table and rule and
 * one for each proposal, an ActivityDefinition for each thing that can be proposed, and the code systems they use.
 *
 * <p>Start at {@link org.fascicle.knowledge.definition.KnowledgeDefinitions}. May use {@code clinical}, {@code fhir} and
 * HAPI's structures.
 */
package org.fascicle.knowledge.definition;
