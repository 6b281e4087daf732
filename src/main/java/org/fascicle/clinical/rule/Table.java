package org.fascicle.clinical.rule;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.clinical.finding.Presence;

/**
 * A table of rules that are read together.
 *
 * @param gate for whom the table is read at all
 * @param firstOnly only the first rule that holds counts; otherwise all that hold
 */
public record Table(String name, Criterion gate, boolean firstOnly, List<Rule> rules) {

    public Table {
        rules = List.copyOf(rules);
    }

    /** The rules that hold, in table order; none when the gate does not clearly stand open. */
    public List<Rule> firing(Facts facts) {
        List<Rule> firing = new ArrayList<>();
        if (gate.in(facts) != Presence.PRESENT) {
            return firing;
        }
        for (Rule rule : rules) {
            if (rule.when().in(facts) == Presence.PRESENT) {
                firing.add(rule);
                if (firstOnly) {
                    break;
                }
            }
        }
        return firing;
    }
}
