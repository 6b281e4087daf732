package org.fascicle.chart.remote;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a server answers to a write; it may be as little as the status.
 *
 * @param tag the version its entity tag names
 * @param body the resource as it is now; empty when none came, or something else did
 */
record WriteAnswer(int status, Optional<Place> place, Optional<String> tag, Optional<Resource> body) {

    boolean isCreated() {
        return status == 201;
    }

    /** Where it is: said by the header, or by the resource itself. */
    Optional<Key> key(String type) {
        return place.map(Place::key)
                .or(() -> body.filter(resource -> resource.getIdElement().hasIdPart())
                        .map(resource -> new Key(
                                resource.fhirType(), resource.getIdElement().getIdPart())))
                .filter(key -> key.type().equals(type));
    }

    String version() {
        return tag.filter(version -> !version.isEmpty())
                .orElseGet(() -> place.map(Place::version).orElse(""));
    }

    /** The body, when it is that resource. */
    Optional<Resource> body(Key key) {
        return body.filter(resource -> resource.fhirType().equals(key.type())
                && key.id().equals(resource.getIdElement().getIdPart()));
    }
}
