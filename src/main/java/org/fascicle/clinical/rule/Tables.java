package org.fascicle.clinical.rule;

import static org.fascicle.clinical.rule.Background.CHILD;
import static org.fascicle.clinical.rule.Background.KNOWN_MND;
import static org.fascicle.clinical.rule.Criteria.all;
import static org.fascicle.clinical.rule.Criteria.any;
import static org.fascicle.clinical.rule.Criteria.concern;
import static org.fascicle.clinical.rule.Criteria.fired;
import static org.fascicle.clinical.rule.Criteria.not;
import static org.fascicle.clinical.rule.Criteria.notShown;

import java.util.List;
import java.util.stream.Stream;

/** All the tables, in the order they are read. */
public final class Tables {
    private Tables() {}

    /** Changes whenever a rule, a limit's default or an order changes what a result can say. */
    public static final String VERSION = "1.0.0";

    private static final Criterion EVERYONE = all();
    private static final Criterion UNDIAGNOSED = notShown(KNOWN_MND);
    private static final Criterion ADULT_UNDIAGNOSED = all(notShown(CHILD), UNDIAGNOSED);

    private static final Criterion NONE_ABOVE_LOW = notShown(any(NeuromuscularRules.RULES.stream()
            .filter(rule -> rule.then().concern().filter(Concern.LOW::equals).isEmpty())
            .map(rule -> fired(rule.key()))
            .toList()));

    private static final Criterion NOTHING_YET =
            not(concern(Outcome.NEUROMUSCULAR, Concern.LOW, Concern.INDETERMINATE, Concern.MODERATE, Concern.HIGH));

    private static final List<Table> ALL = List.of(
            new Table("Emergency", EVERYONE, false, EmergencyRules.RULES),
            new Table("Same day", EVERYONE, false, SameDayRules.RULES),
            new Table("Missing answers", UNDIAGNOSED, false, OtherPatientRules.MISSING),
            new Table("Already diagnosed", KNOWN_MND, false, OtherPatientRules.DIAGNOSED),
            new Table("Children", all(CHILD, UNDIAGNOSED), false, OtherPatientRules.CHILDREN),
            new Table("Neuromuscular", ADULT_UNDIAGNOSED, false, NeuromuscularRules.RULES),
            new Table("Neuromuscular, low tier", all(ADULT_UNDIAGNOSED, NONE_ABOVE_LOW), true, LowTierRules.RULES),
            new Table("No rule held", all(UNDIAGNOSED, NOTHING_YET), true, OtherPatientRules.NOTHING_HELD),
            new Table("Metabolic", EVERYONE, true, MetabolicRules.RULES),
            new Table("Benign", EVERYONE, true, BenignRules.RULES));

    public static List<Table> inOrder() {
        return ALL;
    }

    public static Stream<Rule> rules() {
        return ALL.stream().flatMap(table -> table.rules().stream());
    }
}
