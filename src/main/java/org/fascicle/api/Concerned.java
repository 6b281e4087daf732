package org.fascicle.api;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fascicle.api.answer.Carried;
import org.fascicle.chart.Key;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;

/**
 * What a request was about: the resource it names, those it stored, and every patient that the question or the answer
 * refers to. References and addresses are read, nothing else.
 *
 * @param keys empty when it named nothing
 */
record Concerned(Set<Key> keys) {
    private static final String ID = "([A-Za-z0-9\\-.]{1,64})";
    private static final Pattern STORED = Pattern.compile("(?:.*/)?([A-Z][A-Za-z]{1,63})/" + ID + "/_history/.*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_:.\\-]{0,60}");
    private static final Set<String> NAMES_PATIENT = Set.of("patient", "subject", "patient:Patient", "subject:Patient");

    Concerned {
        keys = Set.copyOf(keys);
    }

    static Concerned by(RequestDetails request) {
        Set<Key> keys = new LinkedHashSet<>();
        address(request).ifPresent(keys::add);
        request.getParameters().forEach((name, values) -> {
            if (NAMES_PATIENT.contains(name)) {
                List.of(values).forEach(value -> patient(value).ifPresent(keys::add));
            }
        });
        Reception.json(request)
                .map(NamedPatients::in)
                .or(() -> Reception.body(request).map(body -> NamedPatients.in(text(body))))
                .ifPresent(keys::addAll);
        return new Concerned(keys);
    }

    static Concerned by(RequestDetails request, ResponseDetails answer) {
        Set<Key> keys = new LinkedHashSet<>(by(request).keys());
        Optional.ofNullable(answer.getResponseResource()).ifPresent(resource -> {
            keys.addAll(NamedPatients.in(text(resource)));
            if (resource instanceof Bundle bundle) {
                bundle.getEntry().forEach(entry -> addStored(entry.getResponse().getLocation(), keys));
            }
        });
        request.getResponse().getHeaders().getOrDefault("Location", List.of()).forEach(place -> addStored(place, keys));
        return new Concerned(keys);
    }

    /** The search without its values: who was looked for by name stays out of the trail. */
    static String query(RequestDetails request) {
        return request.getResourceName() + "?"
                + request.getParameters().keySet().stream()
                        .filter(name -> NAME.matcher(name).matches())
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static Optional<Key> address(RequestDetails request) {
        return Optional.ofNullable(request.getId())
                .filter(id -> request.getResourceName() != null)
                .flatMap(id -> Key.fromReference(request.getResourceName() + "/" + id.getIdPart()));
    }

    private static Optional<Key> patient(String value) {
        return Key.fromReference(value.contains("/") ? value : "Patient/" + value)
                .filter(key -> key.type().equals("Patient"));
    }

    private static String text(IBaseResource resource) {
        return Carried.find(resource)
                .orElseGet(() -> FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource));
    }

    private static void addStored(String location, Set<Key> keys) {
        Optional.ofNullable(location)
                .map(STORED::matcher)
                .filter(java.util.regex.Matcher::matches)
                .ifPresent(found -> keys.add(new Key(found.group(1), found.group(2))));
    }
}
