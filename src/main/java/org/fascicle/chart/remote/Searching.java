package org.fascicle.chart.remote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches and histories, page by page, each page asked for once. */
record Searching(Requests requests, NextPages nextPages, Abilities abilities) {
    private static final Logger LOG = LoggerFactory.getLogger(Searching.class);
    /** Longer ones travel in the body: many servers and gateways stop reading an address at 2 000 to 8 000 characters. */
    private static final int LONGEST_ADDRESS = 1_800;
    /** How many pages of which nothing is chosen are read for one answer. */
    private static final int MOST_EMPTY = 100;

    /** With what the server cannot search by chosen here: then a page may hold more than was asked for. */
    Page page(Search search) {
        abilities.require(Deed.SEARCH, search.type());
        if (search.count() == 0) {
            return new Page(List.of(), List.of(), Optional.empty());
        }
        Narrowing narrowing = Narrowing.of(
                search, abilities.of(search.type()), requests.clock().getZone());
        Page page = chosen(narrowing, asked(narrowing));
        for (int empty = 1; empty < MOST_EMPTY && isEmptied(page, narrowing); empty++) {
            Narrowing later = narrowing.after(page.next().orElseThrow());
            Page more = chosen(narrowing, asked(later));
            page = new Page(more.matches(), more.included(), more.next(), page.unread() + more.unread());
        }
        return page;
    }

    /** Whether we ourselves may have chosen nothing of it, and there is more. */
    private static boolean isEmptied(Page page, Narrowing narrowing) {
        return !isWhole(narrowing) && page.matches().isEmpty() && page.next().isPresent();
    }

    private static boolean isWhole(Narrowing narrowing) {
        return narrowing.criteria().isEmpty()
                && narrowing.patients().isAnybody()
                && narrowing.includes().isEmpty();
    }

    private Page chosen(Narrowing narrowing, Page page) {
        if (isWhole(narrowing)) {
            return page;
        }
        List<Stored> matches = page.matches().stream()
                .filter(stored -> narrowing.accepts(stored.resource()))
                .toList();
        Map<Key, Stored> included = new LinkedHashMap<>();
        page.included().forEach(stored -> included.put(stored.key(), stored));
        matches.stream()
                .flatMap(stored -> narrowing.included(stored.resource()).stream())
                .distinct()
                .filter(key -> !included.containsKey(key))
                .forEach(key -> find(key).ifPresent(stored -> included.put(key, stored)));
        return new Page(matches, List.copyOf(included.values()), page.next(), page.unread());
    }

    /** What a reference leads to, if anything: a chart may refer to what is not there, or not for us. */
    private Optional<Stored> find(Key key) {
        try {
            return Optional.of(Patience.repeating(() -> requests.read(key)));
        } catch (Failure failure) {
            if (failure.isRefused()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Page asked(Narrowing narrowing) {
        Search search = narrowing.sent();
        String first = first(search);
        Optional<String> later = search.after().map(after -> nextPages.open(after, first));
        if (later.isEmpty() && first.length() > LONGEST_ADDRESS) {
            String form = first.substring(first.indexOf('?') + 1);
            return page(requests.bundleByPost(search.type(), form), narrowing, first, search.type() + "/_search");
        }
        String asked = later.orElse(first);
        return page(requests.bundle(asked), narrowing, first, asked);
    }

    Page history(Key key, int count, Optional<String> after) {
        String first = key + "/_history?_count=" + Math.max(1, count);
        String asked = after.map(next -> nextPages.open(next, first)).orElse(first);
        ForeignBundle answer = requests.bundle(asked);
        List<Stored> versions = answer.bundle().getEntry().stream()
                .map(entry -> requests.stored(entry.getResource(), key, ""))
                .toList();
        return new Page(versions, List.of(), nextPages.of(answer, first, asked));
    }

    private static String first(Search search) {
        Search start = new Search(
                search.type(), search.clauses(), search.sort(), search.count(), search.includes(), Optional.empty());
        return new Key(search.type(), "x").type() + "?" + SearchUrl.query(start);
    }

    private Page page(ForeignBundle answer, Narrowing narrowing, String first, String asked) {
        Optional<String> next = next(answer, narrowing.sent(), first, asked);
        Sifted sifted = Sifted.of(answer, narrowing, requests);
        int lost = next.isEmpty() && answer.hasNext() ? 1 : 0;
        return new Page(sifted.matches(), sifted.included(), next, sifted.unread() + lost);
    }

    /** Empty also for a link that cannot be followed: what was answered already is not lost with it. */
    private Optional<String> next(ForeignBundle answer, Search search, String first, String asked) {
        try {
            return nextPages
                    .of(answer, first, asked)
                    .filter(next -> !search.after().equals(Optional.of(next)));
        } catch (Failure astray) {
            LOG.warn(
                    "a search for {} is not read to its end: {}",
                    search.type(),
                    astray.fault().getMessage());
            return Optional.empty();
        }
    }
}
