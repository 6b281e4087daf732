package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Problem.PREGNANCY;
import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.observation;
import static org.fascicle.fhir.chart.Given.problems;
import static org.fascicle.fhir.chart.Given.snomed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.junit.jupiter.api.Test;

class PregnancyStatusTest {

    @Test
    void anObservedPregnancyCountsForFortyTwoWeeks() {
        assertEquals(List.of(PREGNANCY), problems(status("a", "77386006", "2026-01-30")));
        assertEquals(List.of(), problems(status("a", "77386006", "2026-01-29")));
    }

    @Test
    void aLaterObservationThatSheIsNotEndsIt() {
        Observation pregnant = status("a", "77386006", "2026-06-01");
        assertEquals(List.of(), problems(pregnant, status("b", "60001007", "2026-10-01")));
        assertEquals(List.of(PREGNANCY), problems(pregnant, status("b", "60001007", "2026-03-01")));
    }

    @Test
    void aPreliminaryObservationDoesNotCount() {
        assertEquals(
                List.of(), problems(status("a", "77386006", "2026-06-01").setStatus(ObservationStatus.PRELIMINARY)));
    }

    private static Observation status(String id, String code, String day) {
        Observation status = observation(coded("http://loinc.org", "82810-3"));
        status.setId("Observation/" + id);
        status.setEffective(new DateTimeType(day));
        status.setValue(snomed(code));
        return status;
    }
}
