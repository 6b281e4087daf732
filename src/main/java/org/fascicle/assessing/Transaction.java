package org.fascicle.assessing;

import org.fascicle.fhir.result.Part;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** A FHIR transaction being put together. */
final class Transaction {
    private final Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);

    /** Creates it, unless one with this identifier exists. */
    void createOnce(Part part, Identifier identifier) {
        createOnce(part.url(), resource(part), identifier);
    }

    void createOnce(String url, Resource resource, Identifier identifier) {
        post(url, resource)
                .getRequest()
                .setIfNoneExist("identifier=" + identifier.getSystem() + "|" + identifier.getValue());
    }

    void create(String url, Resource resource) {
        post(url, resource);
    }

    /** Replaces the version that was read, or fails if there is a newer one. */
    void replace(String url, Resource resource, String version) {
        put(url, resource).getRequest().setIfMatch("W/\"" + version + "\"");
    }

    /** Stores it under its own id, or fails if it is there, which makes the whole come to nothing. */
    void putOnce(String url, Resource resource) {
        put(url, resource).getRequest().setIfNoneMatch("*");
    }

    private BundleEntryComponent put(String url, Resource resource) {
        BundleEntryComponent entry = bundle.addEntry().setFullUrl(url).setResource(resource);
        entry.getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        return entry;
    }

    Bundle bundle() {
        return bundle;
    }

    static Resource resource(Part part) {
        return part.toFhir();
    }

    private BundleEntryComponent post(String url, Resource resource) {
        BundleEntryComponent entry = bundle.addEntry().setFullUrl(url).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }
}
