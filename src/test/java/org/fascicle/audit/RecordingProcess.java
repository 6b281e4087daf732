package org.fascicle.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.Key;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;

/** Records writes without end and says so after each, until it is killed. */
final class RecordingProcess {
    private RecordingProcess() {}

    static State state(String url, Path key) {
        return State.open(new StatePlace(url, key), Optional.empty(), Clock.systemUTC());
    }

    public static void main(String[] arguments) {
        State state = state(arguments[0], Path.of(arguments[1]));
        AuditTrail trail = new AuditTrail(state.journal(), Clock.systemUTC());
        for (int i = 1; true; i++) {
            Set<Key> about = Set.of(new Key("Patient", Integer.toString(i)));
            trail.record(new Event(Deed.UPDATE, "UPDATE", Who.ANYONE, "127.0.0.1", 200, "", about));
            System.out.println("answered " + i);
        }
    }
}
