package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.observation;
import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.quantity;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.Entry;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class BloodPressureTest {

    @Test
    void bothNumbersOfAPanelAreRead() {
        assertEquals(
                Optional.of(new BloodPressure(
                        OptionalDouble.of(142), OptionalDouble.of(91), new Entry("Observation/o1", on("2026-11-18")))),
                pressure(panel("142", "91", "mm[Hg]")));
    }

    @Test
    void twoSingleNumbersOfOneMomentAreOnePressure() {
        BloodPressure pressure = pressure(single("a", "8480-6", "142"), single("b", "8462-4", "91"))
                .orElseThrow();
        assertEquals(OptionalDouble.of(142), pressure.systolic());
        assertEquals(OptionalDouble.of(91), pressure.diastolic());
    }

    @Test
    void theNewestFinalOneCounts() {
        Observation older = panel("180", "110", "mm[Hg]");
        older.setId("Observation/old");
        older.setEffective(new DateTimeType("2026-01-01"));
        Observation preliminary = panel("190", "120", "mm[Hg]").setStatus(ObservationStatus.PRELIMINARY);
        preliminary.setId("Observation/pre");
        preliminary.setEffective(new DateTimeType("2026-11-19"));
        assertEquals(
                OptionalDouble.of(120),
                pressure(older, panel("120", "80", "mm[Hg]"), preliminary)
                        .orElseThrow()
                        .systolic());
    }

    @Test
    void kilopascalsAreConverted() {
        assertEquals(
                142.51178,
                pressure(panel("19", "12", "kPa")).orElseThrow().systolic().getAsDouble());
    }

    @Test
    void aNumberWithoutAUnitOrBeyondLifeIsNotUsedAndThatIsSaid() {
        Observation impossible = panel("1420", "91", "mm[Hg]");
        assertEquals(OptionalDouble.empty(), pressure(impossible).orElseThrow().systolic());
        assertEquals(1, why(impossible).size());
        assertEquals(Optional.empty(), pressure(panel("142", "91", null)));
        assertEquals(2, why(panel("142", "91", null)).size());
    }

    @Test
    void withoutOneThereIsNone() {
        assertEquals(Optional.empty(), pressure());
    }

    private static Optional<BloodPressure> pressure(Resource... chart) {
        return read(chart).tests().bloodPressure();
    }

    private static Observation panel(String systolic, String diastolic, String unit) {
        Observation panel = observation(coded("http://loinc.org", "85354-9"));
        panel.addComponent().setCode(coded("http://loinc.org", "8480-6")).setValue(quantity(systolic, unit));
        panel.addComponent().setCode(coded("http://loinc.org", "8462-4")).setValue(quantity(diastolic, unit));
        return panel;
    }

    private static Observation single(String id, String code, String value) {
        Observation single = observation(coded("http://loinc.org", code));
        single.setId("Observation/" + id);
        single.setValue(quantity(value, "mm[Hg]"));
        return single;
    }
}
