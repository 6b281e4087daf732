package org.fascicle.chart.remote;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The patients a search is for: a server that does not know the parameter may leave it out and answer with everybody's.
 *
 * @param keys empty when the search is for no patient in particular
 */
record Patients(Set<Key> keys) {
    private static final List<String> NAMES = List.of("patient", "subject");

    /** Whose a resource is. */
    enum Belonging {
        OWN,
        OTHER,
        /** Of a patient of the same id at an address that is not known to be this server's. */
        ELSEWHERE,
        /** It names no patient. */
        UNTOLD
    }

    static Patients of(List<Clause> clauses) {
        return new Patients(clauses.stream()
                .filter(Patients::isOfPatients)
                .flatMap(clause -> clause.anyOf().stream())
                .flatMap(value -> Key.fromReference(value).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a clause names nothing but patients of the server. */
    static boolean isOfPatients(Clause clause) {
        return NAMES.contains(clause.parameter())
                && clause.anyOf().stream()
                        .allMatch(value -> Key.fromReference(value)
                                .filter(key -> key.type().equals("Patient"))
                                .isPresent());
    }

    boolean isAnybody() {
        return keys.isEmpty();
    }

    Belonging belonging(Resource resource, OwnBases bases) {
        List<Property> named = properties(resource).toList();
        if (isAnybody() || named.isEmpty()) {
            return Belonging.OWN;
        }
        return named.stream()
                .filter(Property::hasValues)
                .map(property -> property.getValues().get(0))
                .filter(Reference.class::isInstance)
                .flatMap(value -> Stream.ofNullable(((Reference) value).getReference()))
                .flatMap(name -> belonging(name, bases).stream())
                .findFirst()
                .orElse(Belonging.UNTOLD);
    }

    private static Stream<Property> properties(Resource resource) {
        return Stream.of("subject", "patient").map(resource::getNamedProperty).filter(property -> property != null);
    }

    private Optional<Belonging> belonging(String name, OwnBases bases) {
        return Place.read(name)
                .filter(place -> place.key().type().equals("Patient"))
                .map(place -> !keys.contains(place.key())
                        ? Belonging.OTHER
                        : name.contains(":") && !bases.hold(name, place) ? Belonging.ELSEWHERE : Belonging.OWN);
    }
}
