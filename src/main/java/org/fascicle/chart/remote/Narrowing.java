package org.fascicle.chart.remote;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.index.Condition;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Entry;
import org.fascicle.chart.index.Extractor;
import org.fascicle.chart.index.Match;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/**
 * A search in what the server knows and what it does not: it is asked for the wider one, and the rest is chosen here.
 *
 * @param sent what the server is asked
 * @param patients whose resources are then chosen here; anybody's when the server does it
 * @param criteria what else is compared here; empty when the server does it all
 * @param includes what is then read here, one by one
 */
record Narrowing(Search sent, Patients patients, Optional<Criteria> criteria, List<String> includes, ZoneId zone) {
    private static final int WIDER_PAGE = 200;

    /** Fault: not supported, when nothing the server knows narrows the search. */
    static Narrowing of(Search search, Ability ability, ZoneId zone) {
        List<Clause> sent = new ArrayList<>();
        List<Clause> here = new ArrayList<>();
        for (Clause clause : search.clauses()) {
            known(clause, ability).ifPresentOrElse(sent::add, () -> here.add(clause));
        }
        boolean isWider = !here.isEmpty();
        if (isWider && sent.isEmpty()) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "the FHIR server cannot search `" + search.type() + "` by "
                            + here.stream()
                                    .map(clause -> "`" + clause.parameter() + "`")
                                    .toList());
        }
        List<String> included =
                search.includes().stream().filter(ability::includes).toList();
        List<String> missing = search.includes().stream()
                .filter(path -> !ability.includes(path))
                .toList();
        Search asked = new Search(
                search.type(),
                sent,
                search.sort(),
                isWider ? Math.max(search.count(), WIDER_PAGE) : search.count(),
                included,
                search.after());
        search.clauses().stream().filter(Narrowing::isIdentity).forEach(here::add);
        Patients patients = Patients.of(here);
        here.removeIf(Patients::isOfPatients);
        Optional<Criteria> criteria = here.isEmpty()
                ? Optional.empty()
                : Optional.of(Criteria.read(
                        new Search(search.type(), here, Optional.empty(), 1, List.of(), Optional.empty()), zone));
        return new Narrowing(asked, patients, criteria, missing, zone);
    }

    /** Looked at here too: a server may leave out what it does not know, and its first best would be taken for ours. */
    private static boolean isIdentity(Clause clause) {
        return clause.name().equals("identifier");
    }

    /** {@code patient} may be called {@code subject} there, as long as it names a patient. */
    private static Optional<Clause> known(Clause clause, Ability ability) {
        if (ability.searchesBy(clause.parameter())) {
            return Optional.of(clause);
        }
        boolean namesPatient = clause.anyOf().stream().allMatch(value -> value.startsWith("Patient/"));
        return clause.parameter().equals("patient") && namesPatient && ability.searchesBy("subject")
                ? Optional.of(new Clause("subject", clause.modifier(), clause.anyOf()))
                : Optional.empty();
    }

    /** The same from a later page on. */
    Narrowing after(String page) {
        return new Narrowing(sent.after(page), patients, criteria, includes, zone);
    }

    boolean accepts(Resource resource) {
        return criteria.map(asked -> holds(asked, new Extractor(zone).entries(resource)))
                .orElse(true);
    }

    /** What a resource refers to by the includes the server does not know. */
    List<Key> included(Resource resource) {
        Set<Entry> entries = includes.isEmpty() ? Set.of() : new Extractor(zone).entries(resource);
        return includes.stream()
                .map(path -> path.replace(':', '.'))
                .flatMap(stored ->
                        entries.stream().filter(entry -> entry.parameter().equals(stored)))
                .filter(Entry.Text.class::isInstance)
                .flatMap(entry -> Key.fromReference(((Entry.Text) entry).value()).stream())
                .distinct()
                .toList();
    }

    private static boolean holds(Criteria criteria, Set<Entry> entries) {
        return criteria.conditions().stream().allMatch(condition -> holds(condition, entries));
    }

    private static boolean holds(Condition condition, Set<Entry> entries) {
        String stored = condition.parameter().storedAs();
        return entries.stream()
                .filter(entry -> entry.parameter().equals(stored))
                .anyMatch(entry -> condition.anyOf().stream().anyMatch(match -> holds(match, entry)));
    }

    private static boolean holds(Match match, Entry entry) {
        if (entry instanceof Entry.Time time) {
            return match instanceof Match.During during
                    && during.lowFrom() <= time.range().low()
                    && time.range().low() <= during.lowTo()
                    && during.highFrom() <= time.range().high()
                    && time.range().high() <= during.highTo();
        }
        String value = ((Entry.Text) entry).value();
        if (match instanceof Match.Exactly exactly) {
            return value.equals(exactly.text());
        }
        return match instanceof Match.BeginningWith beginning
                ? value.startsWith(beginning.text())
                : match instanceof Match.EndingWith ending && value.endsWith(ending.text());
    }
}
