package org.fascicle.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.Key;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;

/** Records reads without end and says so after each, until it is killed. */
final class ReadingProcess {
    private ReadingProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        StatePlace place = StatePlace.at(arguments[0]);
        State state = State.open(place, Optional.empty(), Clock.systemUTC());
        AuditTrail trail = new AuditTrail(state.journal(), place.beside("-audit"), Clock.systemUTC());
        for (int i = 1; true; i++) {
            Set<Key> about = Set.of(new Key("Patient", Integer.toString(i)));
            trail.record(new Event(Deed.READ, "READ", Who.ANYONE, "127.0.0.1", 200, "", about));
            System.out.println("answered " + i);
            Thread.sleep(2);
        }
    }
}
