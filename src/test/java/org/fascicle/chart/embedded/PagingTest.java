package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class PagingTest extends StoreTest {

    @Test
    void resultsAreSortedByDateBothWaysAndWhatHasNoneComesBeforeAll() {
        observe("b", "2026-02");
        observe("none", "");
        observe("a", "2026-01-15");
        observe("c", "2026-03-01T10:00:00Z");
        assertEquals(
                List.of("none", "a", "b", "c"), inOrder(Search.of("Observation").sorted("date")));
        assertEquals(
                List.of("c", "b", "a", "none"), inOrder(Search.of("Observation").sorted("-date")));
        assertEquals(
                List.of("c", "b", "a", "none"),
                inOrder(Search.of("Observation").where("patient", "1").sorted("-date")));
        assertEquals(
                List.of("c", "b"),
                inOrder(Search.of("Observation").where("date", "ge2026-02").sorted("-date")));
    }

    @Test
    void resultsAreSortedByIdAndByWhenTheyWereStored() {
        for (String id : List.of("b", "c", "a")) {
            observe(id, "2026");
            clock.forward(Duration.ofSeconds(1));
        }
        assertEquals(List.of("a", "b", "c"), inOrder(Search.of("Observation").sorted("_id")));
        assertEquals(List.of("c", "b", "a"), inOrder(Search.of("Observation").sorted("-_id")));
        assertEquals(List.of("b", "c", "a"), inOrder(Search.of("Observation").sorted("_lastUpdated")));
        assertEquals(
                List.of("a", "c", "b"),
                inOrder(Search.of("Observation").where("patient", "1").sorted("-_lastUpdated")));
        assertEquals(
                List.of("a", "b", "c"),
                inOrder(Search.of("Observation").where("patient", "1").sorted("_id")));
    }

    @Test
    void pagesPutTogetherAreTheWholeResultInItsOrderWhateverTheSearch() {
        for (int i = 0; i < 23; i++) {
            observe("o" + i, i % 4 == 0 ? "" : "2026-01-" + (10 + i % 5));
        }
        for (Search search : List.of(
                Search.of("Observation"),
                Search.of("Observation").where("patient", "1"),
                Search.of("Observation").where("patient", "1", "2"),
                Search.of("Observation").where("status", "final"),
                Search.of("Observation").where("date", "ge2026-01-11"),
                Search.of("Observation").where("date", "le2026-01-13"),
                Search.of("Observation").where("date", "2026"),
                Search.of("Observation").where("_lastUpdated", "ge2026"),
                Search.of("Observation").sorted("date"),
                Search.of("Observation").sorted("-date"),
                Search.of("Observation").sorted("-_id"),
                Search.of("Observation").sorted("_lastUpdated"),
                Search.of("Observation").where("patient", "1").sorted("-date"),
                Search.of("Observation").where("status", "final").sorted("-_lastUpdated"),
                Search.of("Observation").where("_lastUpdated", "ge2026").sorted("-date"),
                Search.of("Observation").where("date", "ge2026").sorted("_lastUpdated"),
                Search.of("Observation").where("date", "ge2026").where("date", "lt2027"))) {
            List<String> whole = inOrder(search.count(100));
            assertEquals(whole.size(), new HashSet<>(whole).size(), () -> "twice in " + search);
            assertTrue(whole.size() >= 12, () -> "too few in " + search);
            for (int count : List.of(1, 2, 5, 22, 23)) {
                assertEquals(whole, inOrder(search.count(count)), () -> count + " a page of " + search);
            }
        }
    }

    @Test
    void whatIsStoredBetweenTwoPagesNeitherRepeatsNorHidesAnything() {
        for (int i = 0; i < 6; i++) {
            observe("o" + i, "2026-01-0" + (i + 1));
        }
        Search newest = Search.of("Observation").sorted("-date").count(3);
        Page first = chart.search(newest);
        observe("late", "2026-12-31");
        Page second = chart.search(newest.after(first.next().orElseThrow()));
        List<String> seen = new ArrayList<>();
        first.matches().forEach(stored -> seen.add(stored.key().id()));
        second.matches().forEach(stored -> seen.add(stored.key().id()));
        assertEquals(List.of("o5", "o4", "o3", "o2", "o1", "o0"), seen);
        assertTrue(second.next().isEmpty());
    }

    @Test
    void theNextPageTravelsAsAUrl() {
        for (int i = 0; i < 3; i++) {
            observe("o" + i, "2026");
        }
        Search search = Search.of("Observation")
                .where("patient", "Patient/1")
                .sorted("_id")
                .count(2);
        String next = chart.search(search)
                .next()
                .map(search::after)
                .map(SearchUrl::query)
                .orElseThrow();
        Page second = chart.search(SearchUrl.read("Observation", next));
        assertEquals("o2", second.matches().get(0).key().id());
    }

    @Test
    void aPlaceInAnotherOrderIsRefused() {
        for (int i = 0; i < 3; i++) {
            observe("o" + i, "2026");
        }
        Search byId = Search.of("Observation").sorted("_id").count(1);
        String place = chart.search(byId).next().orElseThrow();
        assertFault(Kind.MALFORMED, () -> chart.search(byId.sorted("date").after(place)));
    }

    @Test
    void aPageOfNoneIsEmptyAndAPageIsNeverLargerThanTheStoreAllows() {
        observe("a", "2026");
        Page none = chart.search(Search.of("Observation").count(0));
        assertEquals(List.of(), none.matches());
        assertEquals(Optional.empty(), none.next());
        assertEquals(
                1,
                chart.search(Search.of("Observation").count(1_000_000))
                        .matches()
                        .size());
    }

    @Test
    void includesBringEachReferredResourceOnceAndOnlyWhatIsStored() {
        Patient anna = new Patient();
        anna.setId("anna");
        chart.update(anna);
        for (String subject :
                List.of("Patient/anna", "Patient/anna", "Patient/gone", "http://other.example/Patient/anna")) {
            RiskAssessment risk = new RiskAssessment();
            risk.getSubject().setReference(subject);
            chart.create(risk);
        }
        Page page = chart.search(Search.of("RiskAssessment").including("RiskAssessment:patient"));
        assertEquals(4, page.matches().size());
        assertEquals(
                List.of("Patient/anna"),
                page.included().stream().map(stored -> stored.key().toString()).toList());
    }

    @Test
    void whatIsAmongTheMatchesIsNotIncludedAgain() {
        Task parent = new Task();
        parent.setId("parent");
        chart.update(parent);
        Task child = new Task();
        child.addPartOf().setReference("Task/parent");
        chart.create(child);
        Page page = chart.search(Search.of("Task").including("Task:part-of"));
        assertEquals(2, page.matches().size());
        assertEquals(List.of(), page.included());
    }

    private void observe(String id, String date) {
        Observation observation = new Observation().setStatus(Observation.ObservationStatus.FINAL);
        observation.setId(id);
        observation.getSubject().setReference("Patient/1");
        if (!date.isEmpty()) {
            observation.setEffective(new DateTimeType(date));
        }
        chart.update(observation);
    }
}
