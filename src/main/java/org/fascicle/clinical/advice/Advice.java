package org.fascicle.clinical.advice;

import org.fascicle.clinical.rule.Criteria;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Source;

/**
 * One piece of advice: for whom, and the text to hand out.
 *
 * @param id stable ({@code ADV-CAFFEINE})
 */
public record Advice(String id, String text, Criterion when, Grounds grounds) {

    static Advice advise(String id, String text) {
        return new Advice(id, text, Criteria.any(), Grounds.NONE);
    }

    Advice when(Criterion criterion) {
        return new Advice(id, text, criterion, grounds);
    }

    Advice seeds(String spaced) {
        return new Advice(id, text, when, grounds.seeds(spaced));
    }

    Advice from(Source... sources) {
        return new Advice(id, text, when, grounds.from(sources));
    }

    Advice generalKnowledge() {
        return new Advice(id, text, when, grounds.mark(Grounds.Mark.GENERAL_KNOWLEDGE));
    }

    Advice policy() {
        return new Advice(id, text, when, grounds.mark(Grounds.Mark.POLICY));
    }
}
