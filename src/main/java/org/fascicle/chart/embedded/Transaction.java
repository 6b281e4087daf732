package org.fascicle.chart.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/**
 * A transaction Bundle, read.
 *
 * @param steps one for each entry, in order
 */
record Transaction(List<Step> steps) {

    /** One entry: what it changes, and the {@code fullUrl} by which others refer to it; empty when it has none. */
    record Step(Change change, String fullUrl) {}

    static Transaction read(Bundle bundle) {
        if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
            throw new Fault(Kind.NOT_SUPPORTED, "`Bundle.type` must be `transaction`; send other requests one by one");
        }
        List<Step> steps = new ArrayList<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String place = "Bundle.entry[" + steps.size() + "]";
            steps.add(new Step(
                    change(entry, place),
                    Optional.ofNullable(entry.getFullUrl()).orElse("")));
        }
        return new Transaction(List.copyOf(steps));
    }

    private static Change change(BundleEntryComponent entry, String place) {
        BundleEntryRequestComponent request = entry.getRequest();
        Resource resource = entry.getResource();
        if (request.getMethod() != HTTPVerb.POST && request.getMethod() != HTTPVerb.PUT) {
            throw fault(Kind.NOT_SUPPORTED, place + ".request.method", "must be `POST` or `PUT`");
        }
        if (resource == null) {
            throw fault(Kind.INVALID, place + ".resource", "is missing; give the resource to store");
        }
        String url = Optional.ofNullable(request.getUrl()).orElse("");
        String path = url.replaceFirst("[/?].*", "");
        if (!path.equals(resource.fhirType())) {
            throw fault(
                    Kind.INVALID,
                    place + ".request.url",
                    "must begin with the resource's type `" + resource.fhirType() + "`");
        }
        return request.getMethod() == HTTPVerb.POST
                ? create(resource, request, place)
                : update(resource, request, place);
    }

    private static Change create(Resource resource, BundleEntryRequestComponent request, String place) {
        if (!request.getUrl().equals(resource.fhirType())) {
            throw fault(Kind.INVALID, place + ".request.url", "must be the type alone for `POST`");
        }
        Optional<Search> unless = Optional.ofNullable(request.getIfNoneExist())
                .map(query -> SearchUrl.read(resource.fhirType(), query.substring(query.indexOf('?') + 1)));
        return new Change.Create(resource, unless);
    }

    private static Change update(Resource resource, BundleEntryRequestComponent request, String place) {
        if (request.getUrl().contains("?")) {
            return new Change.UpdateFound(resource, SearchUrl.read(request.getUrl()));
        }
        Key key = Key.fromReference(request.getUrl())
                .filter(local -> local.toString().equals(request.getUrl()))
                .orElseThrow(() ->
                        fault(Kind.INVALID, place + ".request.url", "must be `Type/id` or `Type?search` for `PUT`"));
        if (Keys.own(resource).filter(own -> !own.equals(key)).isPresent()) {
            throw fault(Kind.INVALID, place + ".resource.id", "differs from the id in `request.url`; give one id");
        }
        return new Change.Update(resource, key, version(request));
    }

    /** The version the change is based on; {@code ifNoneMatch: *} says that there is none yet. */
    private static Optional<String> version(BundleEntryRequestComponent request) {
        return "*".equals(request.getIfNoneMatch())
                ? Optional.of("0")
                : Optional.ofNullable(request.getIfMatch()).map(Transaction::version);
    }

    /** {@code W/"3"} says 3. */
    private static String version(String etag) {
        return etag.replaceFirst("^W/", "").replace("\"", "");
    }

    private static Fault fault(Kind kind, String place, String rule) {
        String text = "`" + place + "` " + rule;
        return new Fault(kind, text, List.of(new Issue("invalid", place, text)));
    }
}
