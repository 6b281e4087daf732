package org.fascicle.fhir.chart;

import java.util.Optional;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Whom a resource is about, for the types that are read. */
final class Subject {
    private Subject() {}

    /** Empty for types that are not read; a reference without content where none is given. */
    static Optional<Reference> of(Resource resource) {
        if (resource instanceof Observation observation) {
            return Optional.of(observation.getSubject());
        }
        if (resource instanceof Condition condition) {
            return Optional.of(condition.getSubject());
        }
        if (resource instanceof MedicationRequest request) {
            return Optional.of(request.getSubject());
        }
        if (resource instanceof MedicationStatement statement) {
            return Optional.of(statement.getSubject());
        }
        return ofWork(resource);
    }

    private static Optional<Reference> ofWork(Resource resource) {
        if (resource instanceof Procedure procedure) {
            return Optional.of(procedure.getSubject());
        }
        if (resource instanceof DiagnosticReport report) {
            return Optional.of(report.getSubject());
        }
        return resource instanceof ServiceRequest request ? Optional.of(request.getSubject()) : Optional.empty();
    }
}
