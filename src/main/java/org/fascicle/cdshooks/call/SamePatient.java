package org.fascicle.cdshooks.call;

import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Everything sent must be about the patient of the call: one chart mixed into another is worse than none, and we cannot
 * know which of the two was meant.
 */
final class SamePatient {
    private SamePatient() {}

    /** @throws Fault when a resource says that it is about somebody else */
    static void require(Call call) {
        Stream<Resource> prefetched = call.sent().values().stream()
                .filter(Sent.Resources.class::isInstance)
                .flatMap(sent -> ((Sent.Resources) sent).all().stream());
        Stream.concat(prefetched, call.drafts().stream()).forEach(resource -> require(resource, call.patient()));
    }

    static void require(Resource resource, String patient) {
        boolean isOther = resource instanceof Patient
                ? !patient.equals(resource.getIdElement().getIdPart())
                : subject(resource).filter(name -> !means(name, patient)).isPresent();
        if (isOther) {
            throw new Fault(
                    Kind.MALFORMED,
                    "a `" + resource.fhirType()
                            + "` is about another patient than `context.patientId`; send one chart");
        }
    }

    private static boolean means(String reference, String patient) {
        String plain = reference.replaceFirst("/_history/.*$", "");
        return plain.equals("Patient/" + patient) || plain.endsWith("/Patient/" + patient);
    }

    private static Optional<String> subject(Resource resource) {
        return Stream.of("subject", "patient")
                .map(resource::getChildByName)
                .filter(child -> child != null && child.hasValues())
                .map(SamePatient::reference)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> reference(Property subject) {
        return subject.getValues().get(0) instanceof Reference named
                ? Optional.ofNullable(named.getReference())
                : Optional.empty();
    }
}
