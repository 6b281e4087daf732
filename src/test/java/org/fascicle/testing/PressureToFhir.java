package org.fascicle.testing;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Writes a blood pressure as one Observation with two components. */
record PressureToFhir(String subject) {

    Observation write(BloodPressure pressure) {
        Observation observation = new Observation();
        observation.setId(pressure.entry().reference());
        observation.setStatus(ObservationStatus.FINAL);
        observation.setCode(loinc("85354-9"));
        observation.setSubject(new Reference(subject));
        pressure.entry().date().ifPresent(day -> observation.setEffective(new DateTimeType(day.toString())));
        add("8480-6", pressure.systolic(), observation);
        add("8462-4", pressure.diastolic(), observation);
        return observation;
    }

    private static void add(String loinc, OptionalDouble number, Observation observation) {
        number.ifPresent(
                value -> observation.addComponent().setCode(loinc(loinc)).setValue(quantity(value)));
    }

    private static Quantity quantity(double value) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(value))
                .setUnit("mm[Hg]")
                .setSystem(Systems.UCUM)
                .setCode("mm[Hg]");
    }

    private static CodeableConcept loinc(String code) {
        return new CodeableConcept()
                .addCoding(new Coding().setSystem(Systems.LOINC).setCode(code));
    }
}
