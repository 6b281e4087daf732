package org.fascicle.knowledge.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.workup.OrderRule.Trait;
import org.fascicle.knowledge.Lines;
import org.fascicle.knowledge.Lines.Line;

/** Whether one activity is proposed, as the planner decides it. */
record ProposalToCql(Activity activity) {
    private static final Activity PANEL = Activity.BASIC_METABOLIC_PANEL;

    void write(CqlSource source) {
        List<String> conditions = new ArrayList<>();
        conditions.add(asked(line -> true));
        conditions.add("(not \"At least emergency\" or " + asked(line -> line.has(Trait.BEDSIDE)) + ")");
        conditions.add("not " + isOrdered());
        studies().forEach(study -> conditions.add("not (Chart." + Cql.name(Names.charted(study)) + " is true)"));
        settled().forEach(conditions::add);
        source.note(activity.words()).define(Names.propose(activity), unbracketed(conditions));
        source.define(Names.urgency(activity), new ProposalUrgency(activity).write());
        source.define(
                Names.priority(activity), "\"Request priority\"(%s)".formatted(Cql.name(Names.urgency(activity))));
    }

    /** The lines that can lead to it: its own, or the panel's for a single test that stands in for part of it. */
    static Stream<Line> lines(Activity activity) {
        return isPartOfPanel(activity) ? Lines.of(PANEL) : Lines.of(activity);
    }

    static boolean isPartOfPanel(Activity activity) {
        return activity != PANEL
                && activity.analytes().size() == 1
                && PANEL.analytes().containsAll(activity.analytes());
    }

    private static String unbracketed(List<String> conditions) {
        return String.join(
                "\n  and ", conditions.stream().map(each -> Cql.indent(1, each)).toList());
    }

    private String asked(Predicate<Line> wanted) {
        return Layout.join(
                "or",
                lines(activity)
                        .filter(line -> !line.has(Trait.HELD))
                        .filter(wanted)
                        .map(line -> Cql.name(Names.asked(line)))
                        .toList(),
                "false");
    }

    private String isOrdered() {
        if (activity == Activity.EMERGENCY_DEPARTMENT) {
            return "false";
        }
        String today = asked(line -> line.has(Trait.EVEN_IF_RECENT));
        String usual = Cql.limit(Limit.WINDOW_ORDER);
        String window = today.equals("false")
                ? usual
                : "if %s then %s else %s".formatted(today, Cql.limit(Limit.WINDOW_ACUTE_ORDER), usual);
        return "Chart.\"Is ordered\"(Chart.%s, %s)".formatted(Cql.name(Names.orders(activity)), window);
    }

    private Stream<Past> studies() {
        return activity == Activity.EMG ? Stream.of(Past.EMG_PENDING, Past.EMG_NORMAL) : Stream.empty();
    }

    /** What recent normal results make of it, unless it is wanted today in any case. */
    private Stream<String> settled() {
        String today = asked(line -> line.has(Trait.EVEN_IF_RECENT));
        if (isPartOfPanel(activity)) {
            return Stream.of(
                    "not " + today, isSettled("or", PANEL.analytes()), "not " + isSettled("or", activity.analytes()));
        }
        if (activity.analytes().isEmpty()) {
            return Stream.empty();
        }
        String needless = activity == PANEL
                ? isSettled("or", activity.analytes())
                : isSettled(
                        "or",
                        activity == Activity.ALBUMIN ? List.of(Analyte.CALCIUM, Analyte.ALBUMIN) : activity.analytes());
        return Stream.of("(" + today + " or not " + needless + ")");
    }

    private static String isSettled(String operator, List<Analyte> analytes) {
        return Layout.join(
                operator,
                analytes.stream()
                        .map(analyte -> "Labs." + Cql.name(Names.settled(analyte)))
                        .toList(),
                "true");
    }
}
