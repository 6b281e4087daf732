package org.fascicle.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fascicle.chart.Key;
import org.fascicle.chart.index.Catalogue;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What belongs to one patient: the resources that are about this patient and no other.
 *
 * <p>Drawn more narrowly than FHIR's own <a href="https://hl7.org/fhir/R4/compartmentdefinition-patient.html">patient
 * compartment</a>, which takes in what the patient only took part in: an observation of another patient that this one
 * reported would be in it.
 *
 * @param others finds what a Provenance points at, by its reference
 */
record Compartment(Key patient, Function<String, Optional<Resource>> others) {
    /** No patient's: they may be read along with any patient's chart. */
    private static final Set<String> SHARED = Set.of("Practitioner", "Organization", "Medication");

    /** Never part of one patient's chart. */
    private static final Set<String> OUTSIDE = Set.of("Subscription");

    static boolean isShared(String type) {
        return SHARED.contains(type);
    }

    static boolean isOutside(String type) {
        return OUTSIDE.contains(type);
    }

    boolean holds(Resource resource) {
        if (resource.fhirType().equals("Patient")) {
            return patient.id().equals(resource.getIdElement().getIdPart());
        }
        return resource instanceof Provenance provenance ? holds(provenance) : isAboutThePatient(resource);
    }

    /** Whether a resource of a type that can be about a patient is about none: the program as a Device. */
    static boolean isNobodys(Resource resource) {
        return isShared(resource.fhirType())
                || resource.fhirType().equals("Device") && about(resource).isEmpty();
    }

    private boolean isAboutThePatient(Resource resource) {
        List<String> about = about(resource);
        return !about.isEmpty() && about.stream().allMatch(this::isThePatient);
    }

    /** A Provenance belongs to whom everything belongs that it is the provenance of. */
    private boolean holds(Provenance provenance) {
        return provenance.hasTarget()
                && provenance.getTarget().stream()
                        .map(Reference::getReference)
                        .allMatch(target -> target != null && (isThePatient(target) || holdsTarget(target)));
    }

    private boolean holdsTarget(String target) {
        return others.apply(target)
                .filter(found -> !(found instanceof Provenance))
                .filter(this::holds)
                .isPresent();
    }

    private boolean isThePatient(String reference) {
        return Key.fromReference(reference).filter(patient::equals).isPresent();
    }

    /** Whom a resource is about; for an AuditEvent, which names everyone and everything concerned, the patients among them. */
    private static List<String> about(Resource resource) {
        Stream<String> concerned = Catalogue.parameter(resource.fhirType(), "patient").path().in(resource).stream()
                .map(element -> element instanceof Reference named && named.hasReference() ? named.getReference() : "");
        return resource.fhirType().equals("AuditEvent")
                ? concerned.filter(named -> named.contains("Patient/")).toList()
                : concerned.toList();
    }
}
