package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fascicle.chart.Key;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class SamePatientTest extends StoreTest {
    @Test
    void b4_noUpdateMovesAResourceToAnotherPatient() {
        chart.update(about("Patient/a"));
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(about("Patient/b"))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Observation/o");

        assertFault(Kind.INVALID, () -> chart.update(about("Patient/b")));
        assertFault(Kind.INVALID, () -> chart.update(about("Patient/b"), "1"));
        assertFault(
                Kind.INVALID, () -> chart.update(about("Patient/b"), SearchUrl.read("Observation?patient=Patient/a")));
        assertFault(Kind.INVALID, () -> chart.transact(transaction));
        assertFault(Kind.INVALID, () -> chart.update(about("")));
        assertEquals("1", chart.read(new Key("Observation", "o")).version());
    }

    @Test
    void b4_aSubjectMayBeAddedAndKept() {
        chart.update(about(""));

        assertEquals("2", chart.update(about("Patient/a")).stored().version());
        assertEquals("3", chart.update(about("Patient/a/_history/7")).stored().version());
    }

    @Test
    void aDeviceIsHandedOn() {
        chart.update(device("Patient/a"));

        assertEquals("2", chart.update(device("Patient/b")).stored().version());
    }

    private static Observation about(String subject) {
        Observation observation = new Observation();
        observation.setId("o");
        return subject.isEmpty() ? observation : observation.setSubject(new Reference(subject));
    }

    private static Device device(String patient) {
        Device device = new Device();
        device.setId("d");
        return device.setPatient(new Reference(patient));
    }
}
