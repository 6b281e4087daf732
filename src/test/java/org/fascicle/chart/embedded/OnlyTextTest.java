package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.database.Database;
import org.fascicle.chart.database.Migrations;
import org.fascicle.chart.index.Condition;
import org.fascicle.chart.index.Criteria;
import org.fascicle.chart.index.Match;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** Codes without their system, and beginnings of texts. */
class OnlyTextTest extends StoreTest {

    @Test
    void aCodeThatIsKeptWithOneSystemIsSearchedWithIt() {
        observe("a", "one", "2823-3");
        observe("b", "one", "2823-33");
        assertEquals(List.of(new Match.Exactly("2823-3|one")), settled("Observation?code=2823-3"));
        assertEquals(List.of("a"), find("Observation?code=2823-3"));
    }

    @Test
    void aCodeOfTwoSystemsIsFoundInBoth() {
        observe("a", "one", "2823-3");
        observe("b", "two", "2823-3");
        assertTrue(settled("Observation?code=2823-3").get(0) instanceof Match.BeginningWith);
        assertEquals(List.of("a", "b"), find("Observation?code=2823-3"));
    }

    @Test
    void aCodeThatNobodyHasIsNotFound() {
        observe("a", "one", "2823-3");
        assertEquals(List.of(), find("Observation?code=2823"));
    }

    @Test
    void aSecondSystemThatComesBetweenTwoPagesChangesNothingOfTheirOrder() {
        for (String id : List.of("a", "b", "c")) {
            observe(id, "one", "2823-3");
        }
        Search search = SearchUrl.read("Observation?code=2823-3").count(2);
        Page first = chart.search(search);
        observe("d", "two", "2823-3");
        Page second = chart.search(search.after(first.next().orElseThrow()));
        assertEquals(List.of("a", "b"), ids(first));
        assertEquals(List.of("c", "d"), ids(second));
    }

    @Test
    void aNameIsFoundByItsBeginningWhetherOneBeginsSoOrMore() {
        name("a", "Marder");
        assertEquals(List.of("a"), find("Patient?family=mar"));
        name("b", "Maurer");
        assertEquals(List.of("a"), find("Patient?family=mar"));
        name("c", "Marx");
        assertEquals(List.of("a", "c"), find("Patient?family=mar"));
    }

    /** What the search starts from. */
    private List<Match> settled(String search) {
        Criteria criteria = Criteria.read(SearchUrl.read(search), ZoneOffset.UTC);
        try (Database database = Database.open(url, new Migrations("chart", EmbeddedChart.class))) {
            Criteria settled = database.read(session -> OnlyText.settle(criteria, new Records(session)));
            return settled.conditions().stream()
                    .map(Condition::anyOf)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> ids(Page page) {
        return page.matches().stream().map(stored -> stored.key().id()).toList();
    }

    private void observe(String id, String system, String code) {
        Observation observation = new Observation();
        observation.getCode().addCoding().setSystem(system).setCode(code);
        observation.setId(id);
        chart.update(observation);
    }

    private void name(String id, String family) {
        Patient patient = new Patient();
        patient.addName().setFamily(family);
        patient.setId(id);
        chart.update(patient);
    }
}
