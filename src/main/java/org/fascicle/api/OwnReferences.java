package org.fascicle.api;

import ca.uhn.fhir.context.FhirContext;
import org.fascicle.chart.Key;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * References that name a resource here by its whole address are made relative, so that the chart knows them for its own: a
 * search by patient finds what they point from, and what a caller may see is decided by them. Those that name a resource by
 * a search may ask for no more than another search.
 */
final class OwnReferences {
    private OwnReferences() {}

    /** @param base the address of this door */
    static void makeRelative(Resource resource, String base, SearchBounds bounds) {
        FhirContext.forR4Cached().newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .filter(Reference::hasReference)
                .forEach(
                        reference -> reference.setReference(bounded(relative(reference.getReference(), base), bounds)));
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(Bundle.BundleEntryComponent::hasFullUrl)
                    .forEach(entry -> entry.setFullUrl(relative(entry.getFullUrl(), base)));
        }
    }

    private static String bounded(String address, SearchBounds bounds) {
        if (address.contains("?")) {
            bounds.require(address);
        }
        return address;
    }

    private static String relative(String address, String base) {
        if (!address.startsWith(base + "/")) {
            return address;
        }
        String path = address.substring(base.length() + 1);
        return Key.fromReference(path).isPresent() ? path : address;
    }
}
