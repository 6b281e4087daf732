package org.fascicle.clinical.rule;

import java.util.Optional;

/**
 * One line of a rule table: when it holds, what then follows, why in words, and what it rests on.
 *
 * @param key unique; the rule's id, with a word after a full stop where one rule has several lines ({@code M-7.worse})
 * @param then the concern and the urgency it adds; nothing else ever takes them away
 */
public record Rule(String key, Outcome outcome, Criterion when, Conclusion then, Words words, Grounds grounds) {

    /** @param concern empty where the rule speaks of urgency only */
    public record Conclusion(Optional<Concern> concern, Urgency urgency) {
        static final Conclusion NONE = new Conclusion(Optional.empty(), Urgency.SELF_CARE);
    }

    /**
     * @param reason why, in a sentence without its full stop
     * @param action what the clinician is asked to do; empty where the workup says it
     */
    public record Words(String reason, String action) {
        static final Words NONE = new Words("", "");
    }

    static Rule neuromuscular(String key) {
        return new Rule(key, Outcome.NEUROMUSCULAR, Criteria.any(), Conclusion.NONE, Words.NONE, Grounds.NONE);
    }

    static Rule metabolic(String key) {
        return new Rule(key, Outcome.METABOLIC, Criteria.any(), Conclusion.NONE, Words.NONE, Grounds.NONE);
    }

    static Rule benign(String key) {
        return new Rule(key, Outcome.BENIGN, Criteria.any(), Conclusion.NONE, Words.NONE, Grounds.NONE);
    }

    /** The id by which results name it: {@code M-7} for the line {@code M-7.worse}. */
    public String id() {
        int stop = key.indexOf('.');
        return stop < 0 ? key : key.substring(0, stop);
    }

    /** Whether this line belongs to the rule of that id, or has it as its own key. */
    boolean isLineOf(String ruleId) {
        return key.startsWith(ruleId) && (key.length() == ruleId.length() || key.charAt(ruleId.length()) == '.');
    }

    Rule when(Criterion criterion) {
        return new Rule(key, outcome, criterion, then, words, grounds);
    }

    Rule means(Concern concern) {
        return new Rule(key, outcome, when, new Conclusion(Optional.of(concern), then.urgency), words, grounds);
    }

    Rule within(Urgency urgency) {
        return new Rule(key, outcome, when, new Conclusion(then.concern, urgency), words, grounds);
    }

    Rule because(String reason) {
        return new Rule(key, outcome, when, then, new Words(reason, words.action), grounds);
    }

    Rule so(String action) {
        return new Rule(key, outcome, when, then, new Words(words.reason, action), grounds);
    }

    Rule from(Source... sources) {
        return new Rule(key, outcome, when, then, words, grounds.from(sources));
    }

    Rule seeds(String spaced) {
        return new Rule(key, outcome, when, then, words, grounds.seeds(spaced));
    }

    Rule generalKnowledge() {
        return new Rule(key, outcome, when, then, words, grounds.mark(Grounds.Mark.GENERAL_KNOWLEDGE));
    }

    Rule policy() {
        return new Rule(key, outcome, when, then, words, grounds.mark(Grounds.Mark.POLICY));
    }
}
