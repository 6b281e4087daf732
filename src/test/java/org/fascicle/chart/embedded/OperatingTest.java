package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.index.Criteria;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class OperatingTest extends StoreTest {

    @Test
    void theCheckChangesNothingAReaderSees() {
        Stored anna = chart.update(anna()).stored();
        chart.check();
        assertEquals(
                List.of(anna), chart.history(anna.key(), 10, Optional.empty()).matches());
    }

    @Test
    void nothingThatMayBeLoggedShowsWhatAPatientTold() {
        Search search = Search.of("Patient")
                .where("name", "Anna Secret")
                .where("birthdate", "1990-01-02")
                .whereToken("identifier", "http://mrn.example", "Secret17");
        Stored stored = chart.update(anna()).stored();
        Draft draft = new Stamp(clock, () -> "d").draft(anna(), new Key("Patient", "d"), 1);
        for (Object shown : List.of(
                search,
                search.clauses(),
                Criteria.read(search, ZoneOffset.UTC),
                stored,
                draft,
                chart.search(search),
                chart.create(anna()),
                new Change.Create(anna(), Optional.of(search)),
                new Plan(List.of(), List.of(draft), List.of()))) {
            String text = shown.toString();
            assertFalse(text.matches("(?s).*(Anna|Secret|1990|631).*"), text);
        }
    }

    static Patient anna() {
        Patient patient = new Patient();
        patient.setId("a");
        patient.addName().setFamily("Anna").addGiven("Secret");
        patient.addIdentifier().setSystem("http://mrn.example").setValue("Secret17");
        patient.getBirthDateElement().setValueAsString("1990-01-02");
        return patient;
    }
}
