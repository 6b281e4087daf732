/**
 * The rules: one readable table for each concern, and the named findings they are made of.
 *
 * <p>A rule's criterion is a value, not code: the same table is executed, explained in English, and published for
 * others. Start at {@link org.fascicle.clinical.rule.Findings} for the words, then read {@code EmergencyRules}, {@code
 * NeuromuscularRules}, {@code MetabolicRules} and {@code BenignRules}. JDK only.
 */
package org.fascicle.clinical.rule;
