package org.fascicle.access;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.index.Condition;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Entry;
import org.fascicle.chart.index.Extractor;
import org.fascicle.chart.index.Match;
import org.fascicle.chart.index.TimeRange;
import org.fascicle.fault.Fault;
import org.hl7.fhir.r4.model.Resource;

/**
 * The search by which a scope narrows itself, such as {@code category=laboratory}, asked of one resource. It finds what the
 * same search in the chart finds.
 *
 * @param clauses as they stand in the scope; none fits everything
 */
public record Filter(List<Clause> clauses, List<Condition> conditions) {
    static final Filter NONE = new Filter(List.of(), List.of());

    private static final Extractor EXTRACTOR = new Extractor(ZoneOffset.UTC);

    public Filter {
        clauses = List.copyOf(clauses);
        conditions = List.copyOf(conditions);
    }

    /** Empty when the chart cannot search so: a scope that is not understood gives nothing. */
    static Optional<Filter> read(String type, String query) {
        if (query.isEmpty()) {
            return Optional.of(NONE);
        }
        try {
            Search search = SearchUrl.read(type, query);
            Criteria criteria = Criteria.read(search, ZoneOffset.UTC);
            return isNothingButClauses(search, criteria)
                    ? Optional.of(new Filter(search.clauses(), criteria.conditions()))
                    : Optional.empty();
        } catch (Fault unknown) {
            return Optional.empty();
        }
    }

    private static boolean isNothingButClauses(Search search, Criteria criteria) {
        return Search.of(search.type())
                        .equals(new Search(
                                search.type(),
                                List.of(),
                                search.sort(),
                                search.count(),
                                search.includes(),
                                search.after()))
                && criteria.conditions().stream()
                        .allMatch(condition -> condition.parameter().isExtracted());
    }

    public boolean fits(Resource resource) {
        if (conditions.isEmpty()) {
            return true;
        }
        Set<Entry> entries = EXTRACTOR.entries(resource);
        return conditions.stream().allMatch(condition -> entries.stream().anyMatch(entry -> meets(entry, condition)));
    }

    private static boolean meets(Entry entry, Condition condition) {
        return entry.parameter().equals(condition.parameter().storedAs())
                && condition.anyOf().stream().anyMatch(match -> meets(entry, match));
    }

    private static boolean meets(Entry entry, Match match) {
        if (entry instanceof Entry.Time time) {
            return match instanceof Match.During during && lies(time.range(), during);
        }
        String value = ((Entry.Text) entry).value();
        return match instanceof Match.Exactly exactly && value.equals(exactly.text())
                || match instanceof Match.BeginningWith beginning && value.startsWith(beginning.text())
                || match instanceof Match.EndingWith ending && value.endsWith(ending.text());
    }

    private static boolean lies(TimeRange range, Match.During during) {
        return range.low() >= during.lowFrom()
                && range.low() <= during.lowTo()
                && range.high() >= during.highFrom()
                && range.high() <= during.highTo();
    }
}
