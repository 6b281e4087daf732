package org.fascicle.chart.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Searches and histories, page by page, each page asked for once. */
record Searching(Requests requests, NextPages nextPages, Abilities abilities) {
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
        Page page = chosen(narrowing, asked(narrowing.sent()));
        for (int empty = 1; empty < MOST_EMPTY && isEmptied(page, narrowing); empty++) {
            page = chosen(narrowing, asked(narrowing.sent().after(page.next().orElseThrow())));
        }
        return page;
    }

    /** Whether we ourselves may have chosen nothing of it, and there is more. */
    private static boolean isEmptied(Page page, Narrowing narrowing) {
        return !isWhole(narrowing) && page.matches().isEmpty() && page.next().isPresent();
    }

    private static boolean isWhole(Narrowing narrowing) {
        return narrowing.criteria().isEmpty() && narrowing.includes().isEmpty();
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
        return new Page(matches, List.copyOf(included.values()), page.next());
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

    private Page asked(Search search) {
        String first = first(search);
        Bundle bundle = search.after()
                .map(after -> requests.bundle(nextPages.open(after, first)))
                .orElseGet(() -> bundle(search, first));
        Optional<String> next = nextPages.of(bundle, first);
        if (next.isPresent() && next.equals(search.after())) {
            throw new Failure(
                    new Fault(Kind.UNAVAILABLE, "the FHIR server links a page of a search to itself as the next one"),
                    Failure.Effect.REFUSED);
        }
        List<Stored> matches = stored(bundle, SearchEntryMode.MATCH, search.type());
        List<Stored> included = stored(bundle, SearchEntryMode.INCLUDE, "");
        return new Page(matches, included, next);
    }

    Page history(Key key, int count, Optional<String> after) {
        String first = key + "/_history?_count=" + Math.max(1, count);
        Bundle bundle =
                requests.bundle(after.map(next -> nextPages.open(next, first)).orElse(first));
        List<Stored> versions = bundle.getEntry().stream()
                .filter(BundleEntryComponent::hasResource)
                .map(entry -> requests.stored(entry.getResource(), key, ""))
                .toList();
        return new Page(versions, List.of(), nextPages.of(bundle, first));
    }

    private Bundle bundle(Search search, String first) {
        if (first.length() <= LONGEST_ADDRESS) {
            return requests.bundle(first);
        }
        Map<String, List<String>> form = new LinkedHashMap<>();
        search.clauses()
                .forEach(clause -> form.computeIfAbsent(clause.name(), name -> new ArrayList<>())
                        .add(String.join(",", clause.anyOf())));
        search.sort().ifPresent(sort -> form.put("_sort", List.of(sort)));
        if (!search.includes().isEmpty()) {
            form.put("_include", search.includes());
        }
        form.put("_count", List.of(Integer.toString(search.count())));
        return requests.bundleByPost(search.type(), form);
    }

    private static String first(Search search) {
        Search start = new Search(
                search.type(), search.clauses(), search.sort(), search.count(), search.includes(), Optional.empty());
        return new Key(search.type(), "x").type() + "?" + SearchUrl.query(start);
    }

    private List<Stored> stored(Bundle bundle, SearchEntryMode mode, String type) {
        Map<Key, Stored> found = new LinkedHashMap<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            Resource resource = entry.getResource();
            if (resource != null && !(resource instanceof OperationOutcome) && mode(entry, type) == mode) {
                Key key = key(resource);
                found.putIfAbsent(key, requests.stored(resource, key, ""));
            }
        }
        return List.copyOf(found.values());
    }

    /** A server that does not say what is a match means all of it; nothing of another type is one. */
    private static SearchEntryMode mode(BundleEntryComponent entry, String type) {
        SearchEntryMode said = entry.getSearch().hasMode() ? entry.getSearch().getMode() : SearchEntryMode.MATCH;
        boolean isOther = !type.isEmpty() && !entry.getResource().fhirType().equals(type);
        return said == SearchEntryMode.MATCH && isOther ? SearchEntryMode.INCLUDE : said;
    }

    private static Key key(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        if (id == null) {
            throw new Fault(Kind.UNAVAILABLE, "the FHIR server answers a search with a resource that has no id");
        }
        return new Key(resource.fhirType(), id);
    }
}
