package org.fascicle.chart.embedded;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/** The key a resource gives itself. */
final class Keys {
    private Keys() {}

    /** Empty when it has no id, or only the placeholder of a transaction. */
    static Optional<Key> own(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        return id == null || id.startsWith("urn:") ? Optional.empty() : Optional.of(new Key(resource.fhirType(), id));
    }

    static Key require(Resource resource) {
        return own(resource)
                .orElseThrow(() -> new Fault(
                        Kind.MALFORMED,
                        "the `" + resource.fhirType() + "` to update has no `id`; give the one it is stored under"));
    }
}
