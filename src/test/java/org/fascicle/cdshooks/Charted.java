package org.fascicle.cdshooks;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Small entries of a chart, as another system would write them. */
final class Charted {
    private Charted() {}

    static Patient patient(String id) {
        Patient patient = new Patient();
        patient.setId(id);
        return patient;
    }

    static Condition twitching(String patient) {
        Condition condition = new Condition()
                .setSubject(new Reference("Patient/" + patient))
                .setCode(concept("http://snomed.info/sct", "82470000"))
                .setClinicalStatus(concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"));
        condition.setId("twitching-" + patient);
        return condition;
    }

    static Observation potassium(String patient, double value) {
        return result(patient, "2823-3", value, "mmol/L", "2026-11-20T08:00:00Z");
    }

    /** Flagged critically low, with a number in no unit. */
    static Observation unreadablePotassium(String patient) {
        Observation result = potassium(patient, 2.1)
                .setValue(new Quantity().setValue(2.1))
                .addInterpretation(concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "LL"));
        result.setId("unreadable-" + patient);
        return result;
    }

    static Observation result(String patient, String loinc, double value, String unit, String taken) {
        Observation result = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(concept("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory"))
                .setCode(concept("http://loinc.org", loinc))
                .setSubject(new Reference("Patient/" + patient))
                .setEffective(new DateTimeType(taken))
                .setValue(new Quantity()
                        .setValue(value)
                        .setUnit(unit)
                        .setSystem("http://unitsofmeasure.org")
                        .setCode(unit));
        result.setId("result-" + loinc + "-" + patient);
        return result;
    }

    static ServiceRequest order(String patient, String id, String system, String code, String day) {
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setSubject(new Reference("Patient/" + patient))
                .setCode(concept(system, code))
                .setAuthoredOnElement(new DateTimeType(day));
        order.setId(id);
        return order;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }
}
