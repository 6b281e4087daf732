package org.fascicle.sandbox.ward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.testing.PracticeChart;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WardTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");
    /** Half past midnight where the ward is, and still the day before in Greenwich. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-14T22:30:00Z"), HERE);

    @TempDir
    Path folder;

    private Chart chart;

    @BeforeEach
    void fill() {
        chart = PracticeChart.open(folder, CLOCK);
        Ward.fill(chart, PracticeChart::assessing, CLOCK);
    }

    @AfterEach
    void close() {
        chart.close();
    }

    @Test
    void everyPatientHasAChartWithSomethingToReadInIt() {
        for (String patient : Ward.PATIENTS) {
            for (String type : List.of("Encounter", "Condition", "DocumentReference")) {
                assertTrue(count(Search.of(type).where("patient", "Patient/" + patient)) > 0, patient + " " + type);
            }
        }
    }

    @Test
    void datesCountFromTheDayOfLoadingWhereTheWardIs() {
        Observation potassium =
                chart.read(new Key("Observation", "halima-potassium-4")).as(Observation.class);
        assertEquals(
                "2026-07-14T06:50:00+02:00",
                potassium.getEffectiveDateTimeType().getValueAsString());
        Patient ada = chart.read(new Key("Patient", "ada")).as(Patient.class);
        assertEquals("2004-02-26", ada.getBirthDateElement().getValueAsString());
        assertEquals(
                22, LocalDate.of(2004, 2, 26).until(LocalDate.of(2026, 7, 15)).getYears());
    }

    @Test
    void anAssessmentIsDatedWhenTheHistoryWasTaken() {
        RiskAssessment miriam = newest("miriam");
        assertEquals(
                Instant.parse("2026-07-12T09:00:00Z"),
                miriam.getOccurrenceDateTimeType().getValue().toInstant());
    }

    @Test
    void theCompletedHistoriesAreAssessedAndOthersAreNot() {
        Set<String> assessed = new TreeSet<>();
        Ward.PATIENTS.stream()
                .filter(patient -> count(Search.of("RiskAssessment").where("patient", "Patient/" + patient)) == 1)
                .forEach(assessed::add);
        assertEquals(Set.of("miriam", "tomas", "ingrid", "kito", "otto", "jonas", "halima"), assessed);
    }

    @Test
    void fillingAgainChangesNothing() {
        List<String> before = everything();
        Ward.fill(chart, PracticeChart::assessing, Clock.offset(CLOCK, java.time.Duration.ofDays(9)));
        assertEquals(before, everything());
    }

    @Test
    void whatSomeoneChangedIsLeftAlone() {
        Patient ada = chart.read(new Key("Patient", "ada")).as(Patient.class);
        chart.update(ada.setActive(false));
        Ward.fill(chart, PracticeChart::assessing, CLOCK);
        assertEquals("2", chart.read(new Key("Patient", "ada")).version());
    }

    @Test
    void everyTransactionIsValidFhir() {
        Placeholders today = Placeholders.on(CLOCK);
        Stream.concat(Stream.of("clinicians"), Ward.PATIENTS.stream().flatMap(name -> Stream.of(name, name + ".later")))
                .flatMap(name -> WardFile.find(name).stream())
                .forEach(file -> Validator.assertValid(file.transaction(today)));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        java.util.regex.Pattern reference = java.util.regex.Pattern.compile("\"reference\":\"([^\"]+)\"");
        for (String type : Catalogue.types()) {
            chart.searchAll(Search.of(type)).stream()
                    .flatMap(stored -> reference.matcher(stored.json()).results())
                    .map(found -> Key.fromReference(found.group(1)).orElseThrow())
                    .distinct()
                    .forEach(chart::read);
        }
    }

    private RiskAssessment newest(String patient) {
        return chart.search(Search.of("RiskAssessment")
                        .where("patient", "Patient/" + patient)
                        .sorted("-date")
                        .count(1))
                .matches()
                .get(0)
                .as(RiskAssessment.class);
    }

    private int count(Search search) {
        return chart.searchAll(search).size();
    }

    private List<String> everything() {
        return Catalogue.types().stream()
                .flatMap(type -> chart.searchAll(Search.of(type)).stream())
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
