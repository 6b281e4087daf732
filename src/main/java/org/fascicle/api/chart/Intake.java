package org.fascicle.api.chart;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.api.Place;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.response.ResponseValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/**
 * What may be written into the chart from outside: a response that fits the version of the Questionnaire it names, and no
 * audit trail. Checked before anything is stored.
 */
public final class Intake {
    /** Written by the program alone. */
    public static final String AUDIT = "AuditEvent";

    private final ResponseValidator validator;
    private final int mostEntries;

    /** @param mostEntries of a transaction */
    public Intake(ResponseValidator validator, int mostEntries) {
        this.validator = validator;
        this.mostEntries = mostEntries;
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
            Resource resource = transaction.getEntry().get(i).getResource();
            if (resource != null) {
                issues.addAll(issues(resource, "Bundle.entry[" + i + "].resource"));
            }
        }
        refuse(issues);
    }

    private List<Issue> issues(Resource resource, String place) {
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
