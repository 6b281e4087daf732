package org.fascicle.clinical;

import java.util.Map;

/** When weakness can have begun, by how it is said to have come on. */
public final class WeaknessCourse {
    private static final Map<String, Integer> FEWEST_DAYS_AGO =
            Map.of("weeks-months", 28, "over-years", 365, "stable", 180);

    private WeaknessCourse() {}

    /** The fewest days ago that weakness of this course can have begun; today where the course does not tell. */
    public static int fewestDaysAgo(String course) {
        return FEWEST_DAYS_AGO.getOrDefault(course, 0);
    }
}
