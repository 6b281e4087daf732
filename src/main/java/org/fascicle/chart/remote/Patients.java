package org.fascicle.chart.remote;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The patients a search is for: a server that does not know the parameter may leave it out and answer with everybody's.
 *
 * @param keys empty when the search is for no patient in particular
 */
record Patients(Set<Key> keys) {
    private static final List<String> NAMES = List.of("patient", "subject");

    static Patients of(Search search) {
        return new Patients(search.clauses().stream()
                .filter(clause -> NAMES.contains(clause.parameter()))
                .flatMap(clause -> clause.anyOf().stream())
                .flatMap(value -> Key.fromReference(value).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a resource says that it is about some other patient. */
    boolean exclude(Resource resource) {
        return !keys.isEmpty()
                && patient(resource).filter(one -> !keys.contains(one)).isPresent();
    }

    private static Optional<Key> patient(Resource resource) {
        return Stream.of("subject", "patient")
                .map(resource::getNamedProperty)
                .filter(property -> property != null && property.hasValues())
                .map(property -> property.getValues().get(0))
                .filter(Reference.class::isInstance)
                .flatMap(value -> Stream.ofNullable(((Reference) value).getReference()))
                .flatMap(name -> Place.read(name).stream())
                .map(Place::key)
                .filter(key -> key.type().equals("Patient"))
                .findFirst();
    }
}
