package org.fascicle.knowledge.cql;

import java.util.Arrays;
import java.util.List;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.term.ActivityCodes;

/** The open orders in the chart that make one of an activity needless. */
final class OrderFacts {
    private OrderFacts() {}

    static void write(CqlSource source) {
        source.define("Codes of any activity", Cql.texts(all()));
        source.part("Orders already placed: the days of those that make one of the activity needless");
        WorkupToCql.proposable()
                .filter(activity -> activity != Activity.EMERGENCY_DEPARTMENT)
                .forEach(activity -> source.define(
                        Names.orders(activity),
                        "\"Orders of any\"(%s)".formatted(Cql.texts(ActivityCodes.covering(activity)))));
    }

    private static List<String> all() {
        return Arrays.stream(Activity.values())
                .flatMap(activity -> ActivityCodes.covering(activity).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
