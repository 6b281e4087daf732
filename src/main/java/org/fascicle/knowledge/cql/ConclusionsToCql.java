package org.fascicle.knowledge.cql;

import java.util.List;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;

/** What all tables together conclude. */
final class ConclusionsToCql {
    private ConclusionsToCql() {}

    static void write(CqlSource source) {
        source.part("Conclusions: the worst concern for each outcome, and the worst urgency");
        for (Outcome outcome : Outcome.values()) {
            source.note(outcome.words() + "; null where it is already diagnosed")
                    .define(Names.concern(outcome), Scope.AT_THE_END.concern(outcome));
        }
        for (Urgency urgency : Urgency.values()) {
            source.define(Scope.AT_THE_END.nameOfUrgency(urgency), Scope.AT_THE_END.urgentAs(urgency));
        }
        source.define(Names.URGENCY, Scope.AT_THE_END.urgency());
        List<String> fired = Tables.rules()
                .map(rule -> "if %s then %s else null".formatted(Cql.name(Names.fired(rule)), Cql.text(rule.key())))
                .toList();
        source.note("By key, in the order of the tables")
                .define(Names.FIRED, "(" + Cql.list(fired) + ") Rule where Rule is not null");
    }
}
