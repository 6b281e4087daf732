package org.fascicle.chart.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Key;

/**
 * A transaction that is being carried out step by step, as the ledger keeps it: JSON types only.
 *
 * @param name its own, in the ledger
 * @param server the base it is meant for
 * @param owner whose access carries it out: a launch's patient, or the program itself
 * @param bundle the transaction Bundle
 * @param done for each entry where it was put; empty text for not yet
 * @param begun the entry that was about to be sent; -1 for none
 * @param until when, in epoch milliseconds, somebody else may take it over
 */
record Pending(String name, String server, String owner, String bundle, List<String> done, int begun, long until) {
    Pending {
        done = List.copyOf(done);
    }

    boolean isDone(int entry) {
        return !done.get(entry).isEmpty();
    }

    Optional<Key> key(int entry) {
        return Key.fromReference(done.get(entry));
    }

    Pending begin(int entry, long until) {
        return new Pending(name, server, owner, bundle, done, entry, until);
    }

    Pending finish(int entry, String location, long until) {
        List<String> more = new ArrayList<>(done);
        more.set(entry, location);
        return new Pending(name, server, owner, bundle, more, -1, until);
    }

    Pending leave() {
        return new Pending(name, server, owner, bundle, done, begun, 0);
    }

    @Override
    public String toString() {
        return "Pending[" + done.stream().filter(place -> !place.isEmpty()).count() + " of " + done.size() + "]";
    }
}
