package org.fascicle.knowledge.cql;

import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.advice.AdviceTexts;

/** Which advice texts are for this patient. */
final class AdviceToCql {
    private AdviceToCql() {}

    static void write(CqlSource source) {
        source.part("Advice");
        CriterionToCql criteria = new CriterionToCql(Scope.AT_THE_END);
        for (Advice advice : AdviceTexts.ALL) {
            source.note(advice.text()).define(advice.id(), criteria.write(advice.when()) + " is true");
        }
    }
}
