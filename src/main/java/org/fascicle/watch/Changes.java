package org.fascicle.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.state.Entries;
import org.fascicle.state.Held;
import org.fascicle.state.Key;

/**
 * The changes of one kind of resource since they were last looked at, from whatever door they came.
 *
 * <p>The place up to which the chart was read is kept. It lags a little behind, since of two writes at the same time the one
 * with the earlier time may be seen later; so a change may be seen twice, and whoever is told must bear it.
 */
final class Changes {
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration ALWAYS = Duration.ofDays(36_500);
    private static final int PAGE = 200;
    private static final int MOST_SEEN = 10_000;

    private final Chart chart;
    private final Entries places;
    private final Key place;
    private final Search search;
    private final Clock clock;
    private final Set<String> seen = Collections.newSetFromMap(new Recent());

    /** @param search what to look for; its time and order are added here */
    Changes(Chart chart, Entries places, Search search, Clock clock) {
        this.chart = chart;
        this.places = places;
        this.place = new Key("watched", search.type());
        this.search = search;
        this.clock = clock;
    }

    /** Forgets the oldest. */
    private static final class Recent extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_SEEN;
        }
    }

    /**
     * Tells of every change since the last time, then marks the place. The first time ever there is nothing to tell: what
     * was there before nobody asked about.
     */
    void tell(Consumer<Stored> whom) {
        Optional<Instant> since = places.find(place).map(Held::value).map(Instant::parse);
        if (since.isEmpty()) {
            mark(clock.instant());
            return;
        }
        Instant newest = since.get();
        for (Optional<Search> next = Optional.of(since(since.get().minus(OVERLAP))); next.isPresent(); ) {
            Search asked = next.get();
            Page page = chart.search(asked);
            for (Stored stored : page.matches()) {
                tellOnce(stored, whom);
                newest = stored.updated().isAfter(newest) ? stored.updated() : newest;
            }
            next = page.next().map(asked::after);
        }
        if (newest.isAfter(since.get())) {
            mark(newest);
        }
    }

    private Search since(Instant moment) {
        return search.where("_lastUpdated", "ge" + moment)
                .sorted("_lastUpdated")
                .count(PAGE);
    }

    private void tellOnce(Stored stored, Consumer<Stored> whom) {
        if (!seen.contains(stored.location())) {
            whom.accept(stored);
            seen.add(stored.location());
        }
    }

    private void mark(Instant moment) {
        places.put(place, moment.toString(), ALWAYS);
    }
}
