package org.fascicle.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/**
 * A transaction, judged entry by entry: a transaction has no scope of its own. Its conditions are kept to what the caller
 * may find, its updates bound to the versions that were judged.
 */
final class ScopedTransaction {
    private final Bundle bundle;
    private final Writes writes;
    private final Rights rights;
    private boolean isBoundByUs;

    private ScopedTransaction(Bundle bundle, Rights rights) {
        this.bundle = bundle;
        this.rights = rights.among(entries(bundle));
        this.writes = new Writes(this.rights);
    }

    /** Fault: forbidden, not found, not supported. */
    static ScopedTransaction judge(Bundle given, Rights rights) {
        ScopedTransaction transaction = new ScopedTransaction(given.copy(), rights);
        transaction.bundle.getEntry().forEach(transaction::judge);
        return transaction;
    }

    /** What may be carried out. */
    Bundle bundle() {
        return bundle;
    }

    /** Whether an update is bound to a version that the caller did not name, so that it may be judged anew and tried again. */
    boolean isBoundByUs() {
        return isBoundByUs;
    }

    private void judge(BundleEntryComponent entry) {
        HTTPVerb method = entry.getRequest().getMethod();
        Resource resource = entry.getResource();
        if (resource == null || method != HTTPVerb.POST && method != HTTPVerb.PUT) {
            throw new Fault(
                    Kind.NOT_SUPPORTED, "A transaction takes `POST` and `PUT` entries, each with its resource, here");
        }
        NamedByCondition.narrow(resource, rights);
        if (method == HTTPVerb.POST) {
            create(resource, entry.getRequest());
        } else if (url(entry).contains("?")) {
            Search judged = writes.requireUpdate(resource, search(resource, url(entry)));
            entry.getRequest().setUrl(resource.fhirType() + "?" + SearchUrl.query(judged));
        } else {
            update(resource, entry.getRequest());
        }
    }

    private void create(Resource resource, BundleEntryRequestComponent request) {
        writes.requireCreate(resource);
        if (request.hasIfNoneExist()) {
            Search judged = writes.unlessFound(search(resource, request.getIfNoneExist()));
            request.setIfNoneExist(SearchUrl.query(judged));
        }
    }

    private void update(Resource resource, BundleEntryRequestComponent request) {
        Key key = Key.fromReference(request.getUrl())
                .filter(local -> local.toString().equals(request.getUrl()))
                .filter(local -> local.type().equals(resource.fhirType()))
                .orElseThrow(() -> new Fault(Kind.INVALID, "An entry to `PUT` has `Type/id` as its `request.url`"));
        resource.setId(key.id());
        Optional<String> judged = writes.requireUpdate(resource, key);
        if (judged.isPresent() && !request.hasIfMatch()) {
            request.setIfMatch("W/\"" + judged.get() + "\"");
            isBoundByUs = true;
        }
    }

    /** A condition searches the type of its resource, whatever type stands before it. */
    private static Search search(Resource resource, String condition) {
        return SearchUrl.read(resource.fhirType(), condition.substring(condition.indexOf('?') + 1));
    }

    private static String url(BundleEntryComponent entry) {
        return Optional.ofNullable(entry.getRequest().getUrl()).orElse("");
    }

    private static Function<String, Optional<Resource>> entries(Bundle bundle) {
        Map<String, Resource> byUrl = new HashMap<>();
        bundle.getEntry().stream()
                .filter(entry -> entry.hasFullUrl() && entry.hasResource())
                .forEach(entry -> byUrl.put(entry.getFullUrl(), entry.getResource()));
        return reference -> Optional.ofNullable(byUrl.get(reference));
    }
}
