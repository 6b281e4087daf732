package org.fascicle.knowledge.cql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.OrderRule.Trait;
import org.fascicle.fhir.result.Priority;
import org.fascicle.knowledge.Lines;
import org.fascicle.knowledge.Lines.Line;

/** The order sets: which lines ask for something, and what is then proposed and how soon. */
final class WorkupToCql {
    private WorkupToCql() {}

    static void write(CqlSource source) {
        source.part("Order sets: which lines ask");
        CriterionToCql criteria = new CriterionToCql(Scope.AT_THE_END);
        for (Line line : Lines.all()) {
            source.note(line.rule().reason())
                    .define(Names.asked(line), criteria.write(line.rule().when()) + " is true");
        }
        source.part("Proposals: what was asked for, unless something comes first or stands in for it");
        source.line(requestPriority());
        List<Activity> proposable = proposable().toList();
        proposable.forEach(activity -> new ProposalToCql(activity).write(source));
        source.define(
                Names.PROPOSED,
                "(" + Cql.list(proposable.stream().map(WorkupToCql::named).toList())
                        + ") Activity where Activity is not null");
        source.define(Names.SOMETHING_PROPOSED, "exists " + Cql.name(Names.PROPOSED));
    }

    /** What some line can ask for, and the single tests of the panel. */
    static Stream<Activity> proposable() {
        return Arrays.stream(Activity.values())
                .filter(activity -> ProposalToCql.lines(activity).anyMatch(line -> !line.has(Trait.HELD)));
    }

    private static String requestPriority() {
        StringBuilder function =
                new StringBuilder("define function \"Request priority\"(urgency String):\n  case urgency");
        for (Urgency urgency : Urgency.values()) {
            function.append(
                    "\n    when %s then %s".formatted(Cql.text(urgency.code()), Cql.text(Priority.of(urgency))));
        }
        return function.append("\n    else null\n  end\n").toString();
    }

    private static String named(Activity activity) {
        return "if %s then %s else null".formatted(Cql.name(Names.propose(activity)), Cql.text(activity.name()));
    }
}
