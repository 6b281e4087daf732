package org.fascicle.fhir.response;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.fault.Issue;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Collects what is wrong. After a hundred it only counts, so that a huge bad response gets a short answer. */
final class Issues {
    static final int MOST = 100;

    private final List<Issue> issues = new ArrayList<>();
    private int further;

    void add(IssueType type, String expression, String message) {
        add(new Issue(type.toCode(), expression, message));
    }

    void add(Issue issue) {
        if (issues.size() < MOST) {
            issues.add(issue);
        } else {
            further++;
        }
    }

    List<Issue> list() {
        List<Issue> all = new ArrayList<>(issues);
        if (further > 0) {
            all.add(new Issue(
                    IssueType.TOOCOSTLY.toCode(),
                    "QuestionnaireResponse",
                    "There are " + further + " more faults like these: mend the ones listed and send it again."));
        }
        return List.copyOf(all);
    }
}
