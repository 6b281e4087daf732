package org.fascicle.clinical.chart;

import java.util.Set;

/** A request in the chart that is active or drafted already, and every activity it stands for. */
public record PlacedOrder(Set<Activity> activities, Entry entry) {

    public PlacedOrder {
        activities = Set.copyOf(activities);
    }

    public boolean covers(Activity activity) {
        return activities.stream().anyMatch(placed -> placed.covers(activity));
    }
}
