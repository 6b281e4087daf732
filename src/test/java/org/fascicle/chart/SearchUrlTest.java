package org.fascicle.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.Test;

class SearchUrlTest {

    @Test
    void aSearchIsReadFromAUrl() {
        Search search = SearchUrl.read(
                "Observation?subject:Patient=1,2&code=http%3A%2F%2Floinc.org%7C2823-3&_sort=-date&_count=7"
                        + "&_include=Observation:subject&_include=Observation:encounter&_after=xyz");
        assertEquals("Observation", search.type());
        assertEquals(
                List.of(
                        new Clause("subject", "Patient", List.of("1", "2")),
                        new Clause("code", "", List.of("http://loinc.org|2823-3"))),
                search.clauses());
        assertEquals(Optional.of("-date"), search.sort());
        assertEquals(7, search.count());
        assertEquals(List.of("Observation:subject", "Observation:encounter"), search.includes());
        assertEquals(Optional.of("xyz"), search.after());
    }

    @Test
    void whatIsWrittenIsReadAgainWhateverTheValuesHold() {
        Search search = Search.of("Patient")
                .where("name", "a,b|c$d\\e&f=g h+%", "日本 😀")
                .whereToken("identifier", "http://a.example/?x=1&y", "1,2|3")
                .where("birthdate", "ge1990")
                .sorted("_id")
                .count(3)
                .including("Patient:organization")
                .after("p");
        assertEquals(search, SearchUrl.read("Patient", SearchUrl.query(search)));
    }

    @Test
    void decodedParametersAreReadAsTheyAre() {
        assertEquals(
                Search.of("Patient").with(new Clause("family", "", List.of("a+b", "c"))),
                SearchUrl.read("Patient", Map.of("family", List.of("a+b,c"))));
    }

    @Test
    void aParameterWithoutAValueIsRefused() {
        for (String query : List.of("family=", "family", "family=%20")) {
            Fault fault = assertThrows(Fault.class, () -> SearchUrl.read("Patient", query));
            assertEquals(Kind.MALFORMED, fault.kind());
        }
    }

    @Test
    void aSearchShowsItsShapeButNoValues() {
        assertEquals(
                "Patient?[name, birthdate]",
                Search.of("Patient")
                        .where("name", "Anna")
                        .where("birthdate", "1990")
                        .toString());
    }

    @Test
    void anAddressThatNoResourceCanHaveIsRefused() {
        for (String id : List.of("", "a b", "../x", "a/b", "x".repeat(65), "ä", "a\n")) {
            assertEquals(
                    Kind.MALFORMED,
                    assertThrows(Fault.class, () -> new Key("Patient", id)).kind());
        }
        assertEquals(
                Kind.MALFORMED,
                assertThrows(Fault.class, () -> new Key("patient", "1")).kind());
    }

    @Test
    void onlyRelativeReferencesHaveAKey() {
        assertEquals(Optional.of(new Key("Patient", "1")), Key.fromReference("Patient/1"));
        assertEquals(Optional.of(new Key("Patient", "1")), Key.fromReference("Patient/1/_history/2"));
        for (String other : List.of("http://a.example/Patient/1", "#p", "urn:uuid:1", "Patient", "Patient?_id=1", "")) {
            assertEquals(Optional.empty(), Key.fromReference(other));
        }
    }
}
