package org.fascicle.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.access.Filter;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Parameter;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.Journal;
import org.fascicle.state.Journal.Line;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * The chart with the trail as its AuditEvents, so that scopes are held to for them as for everything else. They come newest
 * first and cannot be written.
 */
public final class AuditedChart implements Chart {
    private static final String TYPE = "AuditEvent";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern RECORDED = Pattern.compile("\"recorded\":\"([^\"]+)\"");
    /** How many events one page looks at; a search that finds few goes on by {@code next}. */
    private static final int MOST_LOOKED_AT = 5_000;

    private static final int AT_A_TIME = 500;

    private final Chart chart;
    private final Journal journal;

    public AuditedChart(Chart chart, AuditTrail trail) {
        this.chart = chart;
        this.journal = trail.journal();
    }

    @Override
    public Stored read(Key key) {
        return key.type().equals(TYPE)
                ? Optional.of(key.id())
                        .filter(id -> NUMBER.matcher(id).matches())
                        .flatMap(id -> journal.find(Long.parseLong(id)))
                        .map(AuditedChart::stored)
                        .orElseThrow(() -> new Fault(Kind.NOT_FOUND, "there is no `" + key + "`"))
                : chart.read(key);
    }

    @Override
    public Stored read(Key key, String version) {
        return key.type().equals(TYPE) && version.equals("1") ? read(key) : chart.read(key, version);
    }

    @Override
    public Page history(Key key, int count, Optional<String> after) {
        return chart.history(key, count, after);
    }

    @Override
    public Page search(Search search) {
        return search.type().equals(TYPE) ? found(dated(search)) : chart.search(search);
    }

    /** An event is stored when it is recorded. */
    private static Search dated(Search search) {
        List<Clause> clauses = search.clauses().stream()
                .map(clause -> clause.parameter().equals(Parameter.LAST_UPDATED)
                        ? new Clause("date", clause.modifier(), clause.anyOf())
                        : clause)
                .toList();
        return new Search(search.type(), clauses, search.sort(), search.count(), search.includes(), search.after());
    }

    private Page found(Search search) {
        requireSimple(search);
        Optional<Clause> ids = clause(search, Parameter.ID);
        Filter filter = filter(search);
        if (ids.isPresent()) {
            return new Page(named(ids.get(), filter), List.of(), Optional.empty());
        }
        long from = search.after()
                .filter(after -> NUMBER.matcher(after).matches())
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        return page(search, filter, from);
    }

    private Page page(Search search, Filter filter, long from) {
        List<Stored> matches = new ArrayList<>();
        long last = from;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += AT_A_TIME) {
            List<Line> lines = before(search, last);
            for (Line line : lines) {
                last = line.number();
                Stored stored = stored(line);
                if (filter.fits(stored.resource())) {
                    matches.add(stored);
                }
                if (matches.size() == Math.min(search.count(), Criteria.MOST)) {
                    return new Page(matches, List.of(), Optional.of(Long.toString(last)));
                }
            }
            if (lines.size() < AT_A_TIME) {
                return new Page(matches, List.of(), Optional.empty());
            }
        }
        return new Page(matches, List.of(), Optional.of(Long.toString(last)));
    }

    private List<Line> before(Search search, long number) {
        return clause(search, "patient")
                .filter(patient -> patient.anyOf().size() == 1)
                .map(patient -> patient.anyOf().get(0).replaceFirst("^Patient/", ""))
                .map(patient -> journal.before(number, AT_A_TIME, patient))
                .orElseGet(() -> journal.before(number, AT_A_TIME));
    }

    private List<Stored> named(Clause ids, Filter filter) {
        return ids.anyOf().stream()
                .filter(id -> NUMBER.matcher(id).matches())
                .flatMap(id -> journal.find(Long.parseLong(id)).stream())
                .map(AuditedChart::stored)
                .filter(stored -> filter.fits(stored.resource()))
                .toList();
    }

    private static Filter filter(Search search) {
        Criteria criteria = Criteria.read(search, ZoneOffset.UTC);
        return new Filter(
                search.clauses(),
                criteria.conditions().stream()
                        .filter(condition -> condition.parameter().isExtracted())
                        .toList());
    }

    private static Optional<Clause> clause(Search search, String parameter) {
        return search.clauses().stream()
                .filter(clause -> clause.parameter().equals(parameter))
                .findFirst();
    }

    private static void requireSimple(Search search) {
        boolean isSorted = search.sort().filter(sort -> !sort.equals("-date")).isPresent();
        if (isSorted || !search.includes().isEmpty()) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "`AuditEvent` comes newest first (`_sort=-date`) and without what it names; leave other `_sort`"
                            + " and `_include` out");
        }
    }

    /** Its number is its id. */
    private static Stored stored(Line line) {
        Matcher recorded = RECORDED.matcher(line.text());
        Instant when = recorded.find() ? Instant.parse(recorded.group(1)) : Instant.EPOCH;
        String head = "{\"resourceType\":\"AuditEvent\",\"id\":\"" + line.number()
                + "\",\"meta\":{\"versionId\":\"1\",\"lastUpdated\":\"" + when + "\"},";
        String json = line.text().replaceFirst("\\{\"resourceType\":\"AuditEvent\",", Matcher.quoteReplacement(head));
        return new Stored(new Key(TYPE, Long.toString(line.number())), "1", when, json);
    }

    @Override
    public Written create(Resource resource) {
        return chart.create(resource);
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        return chart.create(resource, unlessFound);
    }

    @Override
    public Written update(Resource resource) {
        return chart.update(resource);
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        return chart.update(resource, ifVersion);
    }

    @Override
    public Written update(Resource resource, Search found) {
        return chart.update(resource, found);
    }

    @Override
    public List<Written> transact(Bundle transaction) {
        return chart.transact(transaction);
    }

    @Override
    public void close() {
        chart.close();
    }
}
