package org.fascicle.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.workup.OrderRule;
import org.fascicle.clinical.workup.OrderSets;

/** The lines of the order sets, each with a name of its own. */
public final class Lines {
    private static final List<Line> ALL = numbered();

    private Lines() {}

    /** @param key the order set's id and the line's place in it ({@code R-NEURO.2}) */
    public record Line(String key, OrderRule rule) {

        public boolean has(OrderRule.Trait trait) {
            return rule.has(trait);
        }
    }

    /** A rule in a line of words: its key, why it fired, and what the clinician is asked to do. */
    public static String report(Rule rule) {
        String action = rule.words().action();
        return rule.key() + ": " + rule.words().reason() + (action.isEmpty() ? "" : ". Then: " + action);
    }

    public static List<Line> all() {
        return ALL;
    }

    /** The lines that ask for an activity, in order. */
    public static Stream<Line> of(Activity activity) {
        return ALL.stream().filter(line -> line.rule().activities().contains(activity));
    }

    private static List<Line> numbered() {
        Map<String, Integer> places = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (OrderRule rule : OrderSets.ALL) {
            int place = places.merge(rule.orderSet(), 1, Integer::sum);
            lines.add(new Line(rule.orderSet() + "." + place, rule));
        }
        return List.copyOf(lines);
    }
}
