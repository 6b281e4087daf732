package org.fascicle.fhir.chart;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource of a chart and how it is called there.
 *
 * @param reference {@code Observation/123}; its full address when it has no id; empty when it has neither
 * @param place where in the chart it stands, in words
 * @param address where it lives, without a version, when the chart tells
 */
record Charted(Resource resource, String reference, String place, Optional<String> address) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final String URN = "urn:uuid:";
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|urn:uuid:|urn:oid:)[\\w.~:/?#@!$&'()*+,;=%|\\[\\]-]{1,2000}");

    /** @param fullUrl null when the resource did not come in a Bundle */
    static Charted of(Resource resource, String fullUrl, int place) {
        Optional<String> address = Stream.of(fullUrl, resource.getIdElement().getValue())
                .filter(Objects::nonNull)
                .map(References::withoutVersion)
                .filter(url -> ADDRESS.matcher(url).matches())
                .findFirst();
        String reference = relative(resource).or(() -> address).orElse("");
        return new Charted(resource, reference, resource.fhirType() + " at entry " + (place + 1), address);
    }

    /** What to call it in words. */
    String name() {
        return reference.isEmpty() ? place : reference;
    }

    /** A resource that lives inside this one goes by its name. */
    Charted holding(Resource inner) {
        return new Charted(inner, reference, place, address);
    }

    /** Every name another resource may call it by. */
    Stream<String> names() {
        return Stream.of(Stream.of(reference), address.stream(), urnAsId().stream())
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty());
    }

    /** HAPI puts {@code urn:uuid:x} in the place of the id x where both are given: x is a name still. */
    private Optional<String> urnAsId() {
        return address.filter(url -> url.startsWith(URN))
                .map(url -> resource.fhirType() + "/" + url.substring(URN.length()));
    }

    /** The server it lives on; empty for a resource that has no address or a {@code urn}. */
    Optional<String> base() {
        return address.filter(url -> url.endsWith("/" + reference))
                .map(url -> url.substring(0, url.length() - reference.length()));
    }

    private static Optional<String> relative(Resource resource) {
        return Optional.ofNullable(resource.getIdElement().getIdPart())
                .filter(id -> ID.matcher(id).matches())
                .map(id -> resource.fhirType() + "/" + id);
    }

    @Override
    public String toString() {
        return name();
    }
}
