package org.fascicle.knowledge.cql;

import org.fascicle.clinical.rule.Criterion;
import org.fascicle.knowledge.Asked;

/** The named findings, each once. */
final class FindingsToCql {
    private FindingsToCql() {}

    static void write(CqlSource source) {
        source.part("Findings: true where present, false where absent, null where not known");
        CriterionToCql criteria = new CriterionToCql(Scope.AT_THE_END);
        for (Criterion.Named finding : Asked.findings()) {
            source.note(finding.words()).define(finding.name(), criteria.write(finding.criterion()));
        }
    }
}
