package org.fascicle.chart.remote;

import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Looks for a resource that was sent without an identifier and may have arrived. */
record Twins(Searching searching) {
    private static final int MOST_PAGES = 10;

    /** Empty when it is not there, or when the server cannot be asked for the like. */
    Optional<Stored> find(Resource resource) {
        Optional<Search> next = search(resource);
        for (int i = 0; i < MOST_PAGES && next.isPresent(); i++) {
            Search asked = next.get();
            Page page = Patience.repeating(() -> searching.page(asked).whole());
            Optional<Stored> twin = page.matches().stream()
                    .filter(stored -> areSame(stored.resource(), resource))
                    .findFirst();
            if (twin.isPresent()) {
                return twin;
            }
            next = page.next().map(asked::after);
        }
        return Optional.empty();
    }

    /** The same but for id, version, time and narrative, which a server may write anew. */
    static boolean areSame(Resource one, Resource other) {
        return plain(one).equalsDeep(plain(other));
    }

    private static Resource plain(Resource resource) {
        Resource plain = Fhir.bare(resource);
        plain.setMeta(null);
        if (plain instanceof org.hl7.fhir.r4.model.DomainResource domain) {
            domain.setText(null);
        }
        return plain;
    }

    private static Optional<Search> search(Resource resource) {
        if (resource instanceof Provenance provenance) {
            return about(provenance.getTarget())
                    .map(target -> Search.of("Provenance").where("target", target.toString()));
        }
        return Optional.ofNullable(resource.getNamedProperty("subject"))
                .or(() -> Optional.ofNullable(resource.getNamedProperty("patient")))
                .map(property -> property.getValues().stream()
                        .filter(Reference.class::isInstance)
                        .map(Reference.class::cast)
                        .toList())
                .flatMap(Twins::about)
                .map(patient -> Search.of(resource.fhirType()).where("patient", patient.toString()));
    }

    private static Optional<Key> about(List<Reference> references) {
        return references.stream()
                .filter(Reference::hasReference)
                .flatMap(reference -> Key.fromReference(reference.getReference()).stream())
                .findFirst();
    }
}
