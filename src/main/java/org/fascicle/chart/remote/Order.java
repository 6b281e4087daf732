package org.fascicle.chart.remote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** In which order the steps of a transaction can be carried out one by one. */
final class Order {
    private Order() {}

    /**
     * What others refer to comes first. Updates of what has an id already come last, the first entry at the very end: it is
     * what everything else is about, and says by its new version that all of it is done. Fault: not supported.
     */
    static List<Integer> of(Steps steps) {
        List<Integer> waiting = new ArrayList<>();
        List<Integer> updates = new ArrayList<>();
        for (int i = 0; i < steps.list().size(); i++) {
            if (steps.list().get(i) instanceof Step.Update) {
                updates.add(0, i);
            } else {
                waiting.add(i);
            }
        }
        List<Integer> order = created(steps, waiting);
        order.addAll(updates);
        return List.copyOf(order);
    }

    private static List<Integer> created(Steps steps, List<Integer> waiting) {
        List<Integer> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> unknown = new HashSet<>();
            waiting.forEach(i -> unknown.add(steps.list().get(i).fullUrl()));
            int next = waiting.stream()
                    .filter(i -> !refers(steps.list().get(i), unknown))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            Kind.NOT_SUPPORTED,
                            "the FHIR server has no transactions, and the parts refer to each other in a circle"));
            waiting.remove(Integer.valueOf(next));
            order.add(next);
        }
        return order;
    }

    private static boolean refers(Step step, Set<String> urls) {
        String json = Fhir.write(step.resource());
        return urls.stream()
                .filter(url -> !url.isEmpty() && !url.equals(step.fullUrl()))
                .anyMatch(url -> json.contains("\"" + url + "\""));
    }
}
