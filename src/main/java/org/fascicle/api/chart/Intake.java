package org.fascicle.api.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fascicle.api.Place;
import org.fascicle.api.SearchBounds;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.response.ResponseValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;

/**
 * What may be written into the chart from outside: a response that fits the version of the Questionnaire it names, and no
 * audit trail. Checked before anything is stored.
 */
public final class Intake {
    /** Written by the program alone. */
    public static final String AUDIT = "AuditEvent";

    private final ResponseValidator validator;
    private final int mostEntries;
    private final SearchBounds search;

    /**
     * @param mostEntries of a transaction
     * @param search what one search may ask for, be it a condition of a write
     */
    public Intake(ResponseValidator validator, int mostEntries, SearchBounds search) {
        this.validator = validator;
        this.search = search;
        this.mostEntries = mostEntries;
    }

    SearchBounds search() {
        return search;
    }

    /** @throws Fault invalid, with an issue for each thing that is wrong */
    void check(Resource resource) {
        refuse(issues(resource, resource.fhirType()));
    }

    /** All of a transaction at once, so that a sender can mend all of it at once. */
    void check(Bundle transaction) {
        if (transaction.getEntry().size() > mostEntries) {
            throw new Fault(Kind.TOO_LARGE, "A transaction may have " + mostEntries + " entries; send it in parts");
        }
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < transaction.getEntry().size(); i++) {
            requireBearable(transaction.getEntry().get(i).getRequest());
            Resource resource = transaction.getEntry().get(i).getResource();
            if (resource != null) {
                issues.addAll(issues(resource, "Bundle.entry[" + i + "].resource"));
            }
        }
        refuse(issues);
    }

    private void requireBearable(BundleEntryRequestComponent request) {
        Stream.of(request.getIfNoneExist(), request.getUrl())
                .filter(Objects::nonNull)
                .forEach(search::require);
    }

    private List<Issue> issues(Resource resource, String place) {
        if (resource instanceof Subscription subscription && subscription.hasCriteria()) {
            search.require(subscription.getCriteria());
        }
        if (resource instanceof QuestionnaireResponse response) {
            return validator.validate(response).stream()
                    .map(new Place(place)::of)
                    .toList();
        }
        return resource.fhirType().equals(AUDIT)
                ? List.of(new Issue(
                        "not-supported", place, "`AuditEvent` is written by this program alone; leave it out"))
                : List.of();
    }

    private static void refuse(List<Issue> issues) {
        if (!issues.isEmpty()) {
            throw new Fault(Kind.INVALID, "What was sent breaks a rule", issues);
        }
    }
}
