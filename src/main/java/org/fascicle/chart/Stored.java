package org.fascicle.chart;

import java.time.Instant;
import org.fascicle.fhir.ForeignJson;
import org.hl7.fhir.r4.model.Resource;

/**
 * One version of a resource as the chart keeps it. The text is what was stored, to be served as it is; parse it only to
 * look inside.
 *
 * @param key where it is
 * @param version its {@code meta.versionId}; empty in a chart of somebody else's that keeps no versions
 * @param updated its {@code meta.lastUpdated}
 * @param json the whole resource in FHIR JSON, with id, version and time in it
 */
public record Stored(Key key, String version, Instant updated, String json) {

    /** The resource, parsed anew at each call, so that nobody shares it. */
    public <T extends Resource> T as(Class<T> type) {
        return type.cast(resource());
    }

    /** The resource of whatever type. */
    public Resource resource() {
        return ForeignJson.read(json);
    }

    /** The weak entity tag of this version. */
    public String etag() {
        return "W/\"" + version + "\"";
    }

    /** Where this version is: {@code Patient/17/_history/3}; without versions, where the resource is. */
    public String location() {
        return version.isEmpty() ? key.toString() : key + "/_history/" + version;
    }

    @Override
    public String toString() {
        return location();
    }
}
