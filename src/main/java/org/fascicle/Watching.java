package org.fascicle;

import java.time.Clock;
import java.time.Duration;
import org.fascicle.chart.Chart;
import org.fascicle.state.State;
import org.fascicle.watch.Watch;

/** What happens without being asked for, as the settings say. */
final class Watching {
    /** Soon enough for someone who waits for the result, seldom enough not to be felt. */
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** A FHIR server that is somebody else's is asked less often. */
    private static final Duration PAUSE_ELSEWHERE = Duration.ofSeconds(5);

    private Watching() {}

    static Watch start(Settings settings, Expertise expertise, Chart chart, State state, Clock clock) {
        Watch watch = new Watch(chart, state, clock);
        if (settings.oneOf(Setting.ASSESS_ON_SUBMIT, "yes", "no").equals("yes")) {
            watch.assessing(expertise.assessing(clock));
        }
        settings.subscribers().ifPresent(watch::telling);
        return watch.start(settings.text(Setting.STORE).startsWith("jdbc:") ? PAUSE : PAUSE_ELSEWHERE);
    }
}
