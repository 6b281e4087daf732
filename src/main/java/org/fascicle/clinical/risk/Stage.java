package org.fascicle.clinical.risk;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;

/**
 * One table as it was read for a case.
 *
 * @param facts the case, and what the tables before this one concluded
 * @param held its rules that held
 */
record Stage(Table table, Facts facts, List<Rule> held) {

    /** Every table in order, each seeing what those before it concluded. */
    static List<Stage> of(Facts start, List<Table> tables) {
        List<Stage> stages = new ArrayList<>();
        Facts facts = start;
        for (Table table : tables) {
            Stage stage = new Stage(table, facts, table.firing(facts));
            stages.add(stage);
            facts = stage.after();
        }
        return stages;
    }

    /** The case, and what this table and those before it concluded. */
    Facts after() {
        return facts.with(facts.soFar().with(held));
    }
}
