package org.fascicle.fhir.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.LabResult;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What a test puts into a chart, and what is read of it. The patient is {@code Patient/p1}, the day 20 November 2026. */
final class Given {
    static final String SUBJECT = "Patient/p1";
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final ChartScope SCOPE = ChartScope.of(SUBJECT, DAY);

    private Given() {}

    static ChartFacts read(Resource... chart) {
        return ChartFromFhir.read(ChartResources.of(List.of(chart)), SCOPE);
    }

    /** The only result of a chart. */
    static LabResult result(Resource... chart) {
        List<LabResult> results = read(chart).results();
        if (results.size() != 1) {
            throw new AssertionError(results + " " + read(chart).unread());
        }
        return results.get(0);
    }

    /** Why nothing of a chart could be used. */
    static List<String> why(Resource... chart) {
        return read(chart).unread().stream().map(Unread::why).toList();
    }

    static List<Problem> problems(Resource... chart) {
        return read(chart).diagnoses().stream()
                .map(diagnosis -> diagnosis.problem())
                .toList();
    }

    static Patient patient() {
        Patient patient = new Patient();
        patient.setId("Patient/p1");
        return patient;
    }

    /** A final result of 18 November 2026. */
    static Observation lab(String loinc, String value, String unit) {
        Observation lab = observation(coded("http://loinc.org", loinc));
        lab.setValue(quantity(value, unit));
        return lab;
    }

    static Observation namedLab(String name, String value, String unit) {
        Observation lab = observation(new CodeableConcept().setText(name));
        lab.setValue(quantity(value, unit));
        return lab;
    }

    static Observation observation(CodeableConcept code) {
        Observation lab = new Observation();
        lab.setId("Observation/o1");
        lab.setStatus(ObservationStatus.FINAL);
        lab.setSubject(new Reference(SUBJECT));
        lab.setEffective(new DateTimeType("2026-11-18T09:30:00+01:00"));
        lab.setCode(code);
        return lab;
    }

    static Quantity quantity(String value, String unit) {
        Quantity quantity = new Quantity().setValue(new BigDecimal(value));
        return unit == null
                ? quantity
                : quantity.setUnit(unit).setSystem("http://unitsofmeasure.org").setCode(unit);
    }

    static CodeableConcept coded(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }

    static CodeableConcept snomed(String code) {
        return coded("http://snomed.info/sct", code);
    }

    /** An active, confirmed problem. */
    static Condition condition(CodeableConcept code) {
        Condition condition = new Condition();
        condition.setId("Condition/c1");
        condition.setSubject(new Reference(SUBJECT));
        condition.setClinicalStatus(coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"));
        condition.setVerificationStatus(
                coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"));
        condition.setCode(code);
        return condition;
    }

    static Condition condition(String text) {
        return condition(new CodeableConcept().setText(text));
    }

    /** An active order of 1 October 2026. */
    static MedicationRequest prescription(CodeableConcept medicine) {
        MedicationRequest request = new MedicationRequest();
        request.setId("MedicationRequest/m1");
        request.setSubject(new Reference(SUBJECT));
        request.setStatus(MedicationRequestStatus.ACTIVE);
        request.setIntent(MedicationRequestIntent.ORDER);
        request.setAuthoredOnElement(new DateTimeType("2026-10-01"));
        request.setMedication(medicine);
        return request;
    }

    static MedicationRequest prescription(String text) {
        return prescription(new CodeableConcept().setText(text));
    }

    static Optional<LocalDate> on(String day) {
        return Optional.of(LocalDate.parse(day));
    }
}
