package org.fascicle.chart.remote;

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
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** A transaction Bundle, read strictly and written anew, so that what travels is what we understood. */
record Steps(List<Step> list) {
    Steps {
        list = List.copyOf(list);
    }

    /** Fault: malformed, invalid, not supported. */
    static Steps read(Bundle bundle) {
        if (bundle.getType() != BundleType.TRANSACTION) {
            throw new Fault(Kind.NOT_SUPPORTED, "`Bundle.type` must be `transaction`; send other requests one by one");
        }
        List<Step> steps = new ArrayList<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            steps.add(step(entry, "Bundle.entry[" + steps.size() + "]"));
        }
        return new Steps(steps);
    }

    boolean areRepeatable() {
        return list.stream().allMatch(Step::isRepeatable);
    }

    /** The first that depends on a version. */
    Optional<Step.Update> versioned() {
        return list.stream()
                .filter(Step.Update.class::isInstance)
                .map(Step.Update.class::cast)
                .filter(update -> update.ifVersion().isPresent())
                .findFirst();
    }

    Bundle bundle() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (Step step : list) {
            BundleEntryComponent entry = bundle.addEntry();
            if (!step.fullUrl().isEmpty()) {
                entry.setFullUrl(step.fullUrl());
            }
            entry.setResource(Fhir.bare(step.resource()));
            request(step, entry);
        }
        return bundle;
    }

    private static void request(Step step, BundleEntryComponent entry) {
        BundleEntryRequestComponent request = entry.getRequest();
        String type = step.resource().fhirType();
        if (step instanceof Step.Create create) {
            request.setMethod(HTTPVerb.POST).setUrl(type);
            create.unless().ifPresent(condition -> request.setIfNoneExist(condition.query()));
        } else if (step instanceof Step.Update update) {
            entry.getResource().setId(update.key().id());
            request.setMethod(HTTPVerb.PUT).setUrl(update.key().toString());
            update.ifVersion().ifPresent(version -> request.setIfMatch("W/\"" + version + "\""));
        } else if (step instanceof Step.UpdateFound update) {
            request.setMethod(HTTPVerb.PUT)
                    .setUrl(type + "?" + update.condition().query());
        }
    }

    private static Step step(BundleEntryComponent entry, String place) {
        BundleEntryRequestComponent request = entry.getRequest();
        if (request.getMethod() != HTTPVerb.POST && request.getMethod() != HTTPVerb.PUT) {
            throw fault(Kind.NOT_SUPPORTED, place + ".request.method", "must be `POST` or `PUT`");
        }
        if (entry.getResource() == null) {
            throw fault(Kind.INVALID, place + ".resource", "is missing; give the resource to store");
        }
        Resource resource = Fhir.unlinked(entry.getResource());
        String url = Optional.ofNullable(request.getUrl()).orElse("");
        if (!url.replaceFirst("[/?].*", "").equals(resource.fhirType())) {
            throw fault(
                    Kind.INVALID,
                    place + ".request.url",
                    "must begin with the resource's type `" + resource.fhirType() + "`");
        }
        String fullUrl = Optional.ofNullable(entry.getFullUrl()).orElse("");
        return request.getMethod() == HTTPVerb.POST
                ? create(resource, fullUrl, request, place)
                : update(resource, fullUrl, request, place);
    }

    private static Step create(Resource resource, String fullUrl, BundleEntryRequestComponent request, String place) {
        if (!request.getUrl().equals(resource.fhirType())) {
            throw fault(Kind.INVALID, place + ".request.url", "must be the type alone for `POST`");
        }
        Optional<Search> unless = Optional.ofNullable(request.getIfNoneExist())
                .map(query -> SearchUrl.read(resource.fhirType(), query.substring(query.indexOf('?') + 1)));
        return new Step.Create(resource, fullUrl, unless.map(search -> Condition.of(search, resource)));
    }

    private static Step update(Resource resource, String fullUrl, BundleEntryRequestComponent request, String place) {
        if (request.getUrl().contains("?")) {
            return new Step.UpdateFound(resource, fullUrl, Condition.of(SearchUrl.read(request.getUrl()), resource));
        }
        Key key = Key.fromReference(request.getUrl())
                .filter(local -> local.toString().equals(request.getUrl()))
                .orElseThrow(() ->
                        fault(Kind.INVALID, place + ".request.url", "must be `Type/id` or `Type?search` for `PUT`"));
        if (Writing.own(resource).filter(own -> !own.equals(key)).isPresent()) {
            throw fault(Kind.INVALID, place + ".resource.id", "differs from the id in `request.url`; give one id");
        }
        return new Step.Update(
                resource,
                fullUrl,
                key,
                Optional.ofNullable(request.getIfMatch()).map(Place::version));
    }

    private static Fault fault(Kind kind, String place, String rule) {
        String text = "`" + place + "` " + rule;
        return new Fault(kind, text, List.of(new Issue("invalid", place, text)));
    }
}
